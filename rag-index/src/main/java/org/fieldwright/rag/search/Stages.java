package org.fieldwright.rag.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fieldwright.domain.copilot.ManualSearch.Ranked;
import org.fieldwright.domain.copilot.ManualSearch.Stage;
import org.fieldwright.rag.store.Scored;

/** Runs the rankers one after the other and remembers what each of them said and how long it took. */
final class Stages {
    private final List<Stage> told = new ArrayList<>();

    List<Scored> run(String name, Supplier<List<Scored>> ranker) {
        long began = System.nanoTime();
        List<Scored> ranking = ranker.get();
        long took = System.nanoTime() - began;
        told.add(new Stage(
                name,
                IntStream.range(0, ranking.size())
                        .mapToObj(i -> new Ranked(
                                i + 1, ranking.get(i).passage(), ranking.get(i).score()))
                        .toList(),
                took));
        return ranking;
    }

    List<Stage> told() {
        return List.copyOf(told);
    }
}
