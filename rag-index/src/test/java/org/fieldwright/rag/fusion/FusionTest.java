package org.fieldwright.rag.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.fieldwright.rag.store.Scored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases is the specification. */
class FusionTest {
    private static final double FLOOR = 0.5;

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nobody proposed anything", List.of(), List.of()),
                arguments("one alone is first", List.of(words(1, 3)), List.of(1L)),
                arguments("more words come first", List.of(words(1, 2), words(2, 4)), List.of(2L, 1L)),
                arguments("nearer comes first", List.of(near(1, 0.6), near(2, 0.8)), List.of(2L, 1L)),
                arguments(
                        "what both speak for beats what one speaks for",
                        List.of(words(1, 4), near(2, 0.8), both(3, 3, 0.75)),
                        List.of(3L, 1L, 2L)),
                arguments(
                        "a code lifts a passage among its like",
                        List.of(both(1, 4, 0.8), coded(2, 4, 0.8)),
                        List.of(2L, 1L)),
                arguments(
                        "a code alone buries nothing good",
                        List.of(both(1, 4, 0.8), coded(2, 0.1, 0.5)),
                        List.of(1L, 2L)),
                arguments("equals keep the order of their ids", List.of(words(2, 4), words(1, 4)), List.of(1L, 2L)),
                arguments(
                        "a neighbour on the page supports",
                        List.of(on(1, 1, 4), on(2, 2, 4), on(3, 2, 3)),
                        List.of(2L, 1L, 3L)),
                arguments(
                        "the preferred equipment comes first among equals",
                        List.of(both(1, 4, 0.8), preferred(2, 4, 0.8)),
                        List.of(2L, 1L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void candidates_are_ordered(String rule, List<Candidate> candidates, List<Long> expected) {
        List<Scored> fused = Fusion.fuse(candidates, FLOOR, Weights.MEASURED);

        assertThat(fused).as(rule).extracting(Scored::passage).containsExactlyElementsOf(expected);
        assertThat(fused).allSatisfy(scored -> assertThat(scored.score()).isBetween(0.0, 1.0));
    }

    @Test
    void a_weight_outside_0_to_1_is_refused() {
        assertThatThrownBy(() -> new Weights(1.1, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weights(0.5, -0.1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weights(0.5, 0, Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Candidate words(long passage, double bm25) {
        return both(passage, bm25, FLOOR);
    }

    private static Candidate near(long passage, double cosine) {
        return both(passage, 0, cosine);
    }

    private static Candidate both(long passage, double bm25, double cosine) {
        return new Candidate(passage, 0, (int) passage, bm25, 0, cosine, 0, 0);
    }

    private static Candidate coded(long passage, double bm25, double cosine) {
        return new Candidate(passage, 0, (int) passage, bm25, 0, cosine, 1, 0);
    }

    private static Candidate preferred(long passage, double bm25, double cosine) {
        return new Candidate(passage, 0, (int) passage, bm25, 0, cosine, 0, 1);
    }

    private static Candidate on(long passage, int page, double bm25) {
        return new Candidate(passage, 0, page, bm25, 0, FLOOR, 0, 0);
    }
}
