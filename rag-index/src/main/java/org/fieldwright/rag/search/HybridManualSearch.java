package org.fieldwright.rag.search;

import static java.util.Objects.requireNonNull;

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
import org.fieldwright.rag.fusion.Candidate;
import org.fieldwright.rag.fusion.Fusion;
import org.fieldwright.rag.fusion.Weights;
import org.fieldwright.rag.store.Asked;
import org.fieldwright.rag.store.Scored;
import org.fieldwright.rag.store.VectorStore;
import org.fieldwright.rag.store.WordIndex;

/** Searches by codes, words and meaning at once. {@link #search} and {@link #explain} are the same run, told in short and at length. */
final class HybridManualSearch implements ManualSearch {
    /** How many passages each ranker proposes. */
    private static final int PROPOSED = 200;

    private final ManualLibrary library;
    private final WordIndex words;
    private final VectorStore vectors;
    private final Embedder embedder;
    private final Weights weights;

    HybridManualSearch(
            ManualLibrary library, WordIndex words, VectorStore vectors, Embedder embedder, Weights weights) {
        this.library = requireNonNull(library, "library");
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
        Set<ManualId> onlyIn = question.onlyIn();
        Asked asked = words.read(question.text());
        if (asked.words().isEmpty()) {
            return new Explanation(List.of(), List.of(), List.of());
        }
        Stages stages = new Stages();
        List<Scored> exact = stages.run("exact", () -> words.byCodes(asked, PROPOSED, onlyIn));
        List<Scored> bm25 = stages.run("bm25", () -> words.byWords(asked, PROPOSED, onlyIn));
        float[] meaning = embedder.ofQuestion(question.text());
        List<Scored> near = stages.run("vector", () -> vectors.nearest(meaning, PROPOSED, onlyIn));
        Map<Long, WordIndex.Look> looks = look(asked, question, ids(exact, bm25, near));
        Map<Long, Double> cosines = cosines(meaning, near, looks.keySet());
        double floor = near.isEmpty() ? 0 : near.getLast().score();
        List<Scored> fused = stages.run("fused", () -> Fusion.fuse(candidates(looks, cosines, floor), floor, weights));
        return new Explanation(identifiers(asked), stages.told(), evidence(fused, looks, cosines, max));
    }

    private static Set<Long> ids(List<Scored> exact, List<Scored> bm25, List<Scored> near) {
        return Stream.of(exact, bm25, near)
                .flatMap(List::stream)
                .map(Scored::passage)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Long, WordIndex.Look> look(Asked asked, ManualQuestion question, Set<Long> passages) {
        return words.look(asked, question.equipment(), passages).stream()
                .collect(Collectors.toMap(WordIndex.Look::passage, Function.identity()));
    }

    /** The cosines of all candidates: what the nearest brought along, and the rest asked for. */
    private Map<Long, Double> cosines(float[] meaning, List<Scored> near, Set<Long> passages) {
        Map<Long, Double> known = near.stream().collect(Collectors.toMap(Scored::passage, Scored::score));
        List<Long> missing =
                passages.stream().filter(id -> !known.containsKey(id)).toList();
        vectors.cosines(meaning, missing).forEach(scored -> known.put(scored.passage(), scored.score()));
        return known;
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

    /** The best that the library still has, as it has them now. */
    private List<Evidence> evidence(
            List<Scored> fused, Map<Long, WordIndex.Look> looks, Map<Long, Double> cosines, int max) {
        List<Evidence> found = new ArrayList<>(max);
        for (int from = 0; from < fused.size() && found.size() < max; from += max) {
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
                if (passage != null && manuals.containsKey(passage.manual()) && found.size() < max) {
                    WordIndex.Look look = looks.get(scored.passage());
                    Scores scores = new Scores(
                            look.codes(),
                            look.words(),
                            cosines.getOrDefault(scored.passage(), 0.0),
                            scored.score(),
                            look.coverage());
                    found.add(new Evidence(passage, manuals.get(passage.manual()), scores));
                }
            }
        }
        return found;
    }

    private static List<String> identifiers(Asked asked) {
        return asked.codes().stream().map(Asked.Word::written).distinct().toList();
    }
}
