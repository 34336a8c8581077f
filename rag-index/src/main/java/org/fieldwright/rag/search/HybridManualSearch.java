package org.fieldwright.rag.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.copilot.Scores;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.rag.fusion.Candidate;
import org.fieldwright.rag.fusion.Proposed;
import org.fieldwright.rag.fusion.Weights;
import org.fieldwright.rag.store.Asked;
import org.fieldwright.rag.store.Scored;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.WordIndex;

/**
 * Searches by codes, words and meaning at once. {@link #search} and {@link #explain} are the same run, told in short and at
 * length. A run that met an index on the move, or passages that the library no longer has, is made again. While the words
 * are lost nothing is answered; while only the vectors are, the words answer alone.
 */
final class HybridManualSearch implements ManualSearch {
    /** How many passages each ranker proposes. */
    private static final int PROPOSED = 200;

    /** How often a question is run at most where the library changes faster than it is asked. */
    private static final int RUNS = 20;

    /** After this time an answer of yesterday's edition is better than none. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ManualLibrary library;
    private final FollowingIndex index;
    private final WordIndex words;
    private final VectorStore vectors;
    private final Embedder embedder;
    private final Weights weights;

    HybridManualSearch(
            ManualLibrary library,
            FollowingIndex index,
            WordIndex words,
            VectorStore vectors,
            Embedder embedder,
            Weights weights) {
        this.library = requireNonNull(library, "library");
        this.index = requireNonNull(index, "index");
        this.words = requireNonNull(words, "words");
        this.vectors = requireNonNull(vectors, "vectors");
        this.embedder = requireNonNull(embedder, "embedder");
        this.weights = requireNonNull(weights, "weights");
    }

    @Override
    public List<Evidence> search(ManualQuestion question, int max) {
        return explain(question, max).found();
    }

    @Override
    public Explanation explain(ManualQuestion question, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("asked for " + max + " passages");
        }
        Run run = run(question, max);
        long begun = System.nanoTime();
        for (int more = 1; (run.outdated() || isLost()) && more < RUNS && isWithinPatience(begun); more++) {
            index.catchUpNow();
            run = run(question, max);
        }
        if (isLost()) {
            throw new FaultException(
                    Fault.UNAVAILABLE,
                    "The search index is being built. Your manuals are all there; ask again in a minute.");
        }
        return run.explanation();
    }

    private static boolean isWithinPatience(long begun) {
        return System.nanoTime() - begun < PATIENCE.toNanos();
    }

    private boolean isLost() {
        return words.revision() == 0 && library.revision() > 0;
    }

    /**
     * One run through the indexes.
     *
     * @param outdated whether an index changed meanwhile, or is behind the library
     */
    private record Run(Explanation explanation, boolean outdated) {}

    private Run run(ManualQuestion question, int max) {
        long revision = words.revision();
        Asked asked = words.read(question.text());
        if (asked.words().isEmpty()) {
            return new Run(new Explanation(List.of(), List.of(), List.of()), false);
        }
        Stages stages = new Stages();
        Found found = find(asked, question, stages);
        List<Scored> fused = stages.run("fused", () -> found.proposed().weighed(weights));
        Shown shown = evidence(fused, found, max);
        boolean outdated = shown.someGone() || found.someUnknown() || words.revision() != revision;
        return new Run(new Explanation(identifiers(asked), stages.told(), shown.evidence()), outdated);
    }

    /** What would be weighed for a question. */
    Proposed propose(ManualQuestion question) {
        Asked asked = words.read(question.text());
        return asked.words().isEmpty()
                ? new Proposed(List.of(), 0)
                : find(asked, question, new Stages()).proposed();
    }

    /**
     * What the rankers found.
     *
     * @param someUnknown whether they named passages that the word index does not hold, or no longer
     */
    private record Found(
            Proposed proposed, Map<Long, WordIndex.Look> looks, Map<Long, Double> cosines, boolean someUnknown) {}

    private Found find(Asked asked, ManualQuestion question, Stages stages) {
        Set<ManualId> onlyIn = question.onlyIn();
        List<Scored> exact = stages.run("exact", () -> words.byCodes(asked, PROPOSED, onlyIn));
        List<Scored> bm25 = stages.run("bm25", () -> words.byWords(asked, PROPOSED, onlyIn));
        float[] meaning = embedder.ofQuestion(question.text());
        List<Scored> near = stages.run("vector", () -> vectors.nearest(meaning, PROPOSED, onlyIn));
        Set<Long> named = ids(exact, bm25, near);
        Map<Long, WordIndex.Look> looks = look(asked, question, named);
        Map<Long, Double> cosines = cosines(meaning, near, looks.keySet());
        double floor = near.isEmpty() ? 0 : near.getLast().score();
        return new Found(
                new Proposed(candidates(looks, cosines, floor), floor), looks, cosines, looks.size() < named.size());
    }

    private static Set<Long> ids(List<Scored> exact, List<Scored> bm25, List<Scored> near) {
        return Stream.of(exact, bm25, near)
                .flatMap(List::stream)
                .map(Scored::passage)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Long, WordIndex.Look> look(Asked asked, ManualQuestion question, Set<Long> passages) {
        return words.look(asked, question.equipment(), passages).stream()
                .collect(Collectors.toMap(WordIndex.Look::passage, Function.identity(), HybridManualSearch::first));
    }

    /** The cosines of all candidates: what the nearest brought along, and the rest asked for. */
    private Map<Long, Double> cosines(float[] meaning, List<Scored> near, Set<Long> passages) {
        Map<Long, Double> known =
                near.stream().collect(Collectors.toMap(Scored::passage, Scored::score, HybridManualSearch::first));
        List<Long> missing =
                passages.stream().filter(id -> !known.containsKey(id)).toList();
        vectors.cosines(meaning, missing).forEach(scored -> known.put(scored.passage(), scored.score()));
        return known;
    }

    /** An index that was damaged a moment ago may name a passage twice. */
    private static <T> T first(T one, T again) {
        return one;
    }

    private static List<Candidate> candidates(
            Map<Long, WordIndex.Look> looks, Map<Long, Double> cosines, double floor) {
        return looks.values().stream()
                .map(look -> new Candidate(
                        look.passage(),
                        look.manual(),
                        look.page(),
                        look.words(),
                        look.closeness(),
                        cosines.getOrDefault(look.passage(), floor),
                        look.codeShare(),
                        look.preference()))
                .toList();
    }

    /**
     * What of the ranking is shown.
     *
     * @param someGone whether the library no longer has some that would have been
     */
    private record Shown(List<Evidence> evidence, boolean someGone) {}

    /** The best that the library still has, as it has them now. */
    private Shown evidence(List<Scored> fused, Found found, int max) {
        List<Evidence> shown = new ArrayList<>(max);
        boolean someGone = false;
        for (int from = 0; from < fused.size() && shown.size() < max; from += max) {
            List<Scored> next = fused.subList(from, Math.min(from + max, fused.size()));
            Map<Long, Passage> passages = library
                    .passages(next.stream().map(Scored::passage).toList())
                    .stream()
                    .collect(Collectors.toMap(Passage::id, Function.identity()));
            Map<ManualId, Manual> manuals =
                    library
                            .findAll(passages.values().stream()
                                    .map(Passage::manual)
                                    .collect(Collectors.toSet()))
                            .stream()
                            .collect(Collectors.toMap(Manual::id, Function.identity()));
            for (Scored scored : next) {
                Passage passage = passages.get(scored.passage());
                boolean there = passage != null && manuals.containsKey(passage.manual());
                someGone |= !there;
                if (there && shown.size() < max) {
                    WordIndex.Look look = found.looks().get(scored.passage());
                    Scores scores = new Scores(
                            look.codes(),
                            look.words(),
                            found.cosines().getOrDefault(scored.passage(), 0.0),
                            scored.score(),
                            look.coverage());
                    shown.add(new Evidence(passage, manuals.get(passage.manual()), scores));
                }
            }
        }
        return new Shown(shown, someGone);
    }

    private static List<String> identifiers(Asked asked) {
        return asked.codes().stream().map(Asked.Word::written).distinct().toList();
    }
}
