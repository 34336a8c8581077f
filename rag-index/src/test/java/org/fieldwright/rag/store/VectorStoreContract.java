package org.fieldwright.rag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.PageText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link VectorStore} promises. */
public abstract class VectorStoreContract {
    protected static final int DIMENSIONS = 32;
    protected static final String MODEL = "test-model 1";

    private final Random random = new Random(20261201);
    private VectorStore store;

    /** Opens the one place of this test, once more. */
    protected abstract VectorStore open(String model);

    /** How many of the truly nearest it must find among some thousand. */
    protected abstract double leastRecall();

    @BeforeEach
    final void openFirst() {
        store = open(MODEL);
    }

    @AfterEach
    final void closeLast() {
        store.close();
    }

    protected final VectorStore store() {
        return store;
    }

    @Test
    void an_empty_store_is_at_revision_0_and_finds_nothing() {
        assertThat(store.revision()).isZero();
        assertThat(store.nearest(direction(1, 0), 5, Set.of())).isEmpty();
        assertThat(store.cosines(direction(1, 0), List.of(1L))).isEmpty();
    }

    @Test
    void the_nearest_come_first_with_their_cosines() {
        Manual manual = manual("Furnace");
        put(1, manual, passage(1, direction(0, 1)), passage(2, direction(1, 1)), passage(3, direction(1, 0)));

        List<Scored> found = store.nearest(direction(1, 0), 3, Set.of());

        assertThat(found).extracting(Scored::passage).containsExactly(3L, 2L, 1L);
        assertThat(found.get(0).score()).isCloseTo(1, within(1e-6));
        assertThat(found.get(1).score()).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(found.get(2).score()).isCloseTo(0, within(1e-6));
    }

    @Test
    void opposite_directions_have_negative_cosines() {
        put(1, manual("Furnace"), passage(1, direction(-1, 0)));

        assertThat(store.nearest(direction(1, 0), 3, Set.of()).getFirst().score())
                .isCloseTo(-1, within(1e-6));
    }

    @Test
    void no_more_than_asked_are_found_and_no_more_than_there_are() {
        put(1, manual("Furnace"), many(1, 300));

        assertThat(store.nearest(vector(), 7, Set.of())).hasSize(7);
        assertThat(store.nearest(vector(), 250, Set.of())).hasSize(250);
        assertThat(store.nearest(vector(), 5_000, Set.of())).hasSize(300);
    }

    @Test
    void a_passage_without_text_has_no_vector_and_is_not_found() {
        put(1, manual("Furnace"), passage(1, new float[0]), passage(2, direction(1, 0)));

        assertThat(store.nearest(direction(1, 0), 5, Set.of()))
                .extracting(Scored::passage)
                .containsExactly(2L);
    }

    @Test
    void a_search_in_some_manuals_finds_as_many_as_if_there_were_no_others() {
        Manual near = manual("Furnace");
        Manual far = manual("Pump");
        Manual farther = manual("Boiler");
        float[] asked = direction(1, 0);
        put(
                1,
                near,
                IntStream.rangeClosed(1, 800)
                        .mapToObj(id -> passage(id, about(asked, 0.05)))
                        .toArray(EmbeddedPassage[]::new));
        put(2, far, many(1_001, 1_040));
        put(3, farther, many(2_001, 2_040));

        List<Scored> found = store.nearest(asked, 60, Set.of(far.id(), farther.id()));

        assertThat(found).hasSize(60);
        assertThat(found).extracting(Scored::passage).allMatch(id -> id > 1_000);
        assertThat(found)
                .isSortedAccordingTo(Comparator.comparingDouble(Scored::score).reversed());
        assertThat(store.nearest(asked, 60, Set.of(manual("Unknown").id()))).isEmpty();
    }

    @Test
    void the_cosines_of_known_passages_are_told_and_unknown_ones_left_out() {
        put(1, manual("Furnace"), passage(1, direction(0, 1)), passage(2, direction(1, 1)));

        List<Scored> told = store.cosines(direction(1, 0), List.of(2L, 1L, 99L));

        assertThat(told).extracting(Scored::passage).containsExactlyInAnyOrder(1L, 2L);
        assertThat(told)
                .filteredOn(scored -> scored.passage() == 2)
                .first()
                .satisfies(scored -> assertThat(scored.score()).isCloseTo(Math.sqrt(0.5), within(1e-6)));
    }

    @Test
    void a_manual_taken_in_again_takes_the_place_of_what_was_there() {
        Manual manual = manual("Furnace");
        put(1, manual, many(1, 20));

        put(2, manual, many(101, 105));

        assertThat(ids(store.nearest(vector(), 50, Set.of()))).containsExactlyInAnyOrder(101L, 102L, 103L, 104L, 105L);
        assertThat(store.cosines(vector(), List.of(1L, 2L, 3L))).isEmpty();
    }

    @Test
    void nothing_of_a_removed_manual_is_left() {
        Manual furnace = manual("Furnace");
        put(1, furnace, many(1, 20));
        put(2, manual("Pump"), many(101, 120));

        try (DerivedIndex.Update update = store.update().orElseThrow()) {
            update.remove(furnace.id());
            update.commit(3);
        }

        assertThat(ids(store.nearest(vector(), 50, Set.of()))).hasSize(20).allMatch(id -> id > 100);
        assertThat(store.nearest(vector(), 50, Set.of(furnace.id()))).isEmpty();
        assertThat(store.cosines(vector(), LongStream.rangeClosed(1, 20).boxed().toList()))
                .isEmpty();
    }

    @Test
    void after_many_changes_as_many_are_found_as_are_there() {
        Manual manual = manual("Furnace");
        for (int edition = 1; edition <= 12; edition++) {
            put(edition, manual, many(edition * 1_000L, edition * 1_000L + 149));
        }

        assertThat(store.nearest(vector(), 120, Set.of())).hasSize(120).allMatch(scored -> scored.passage() >= 12_000);
    }

    @Test
    void changes_are_seen_when_they_are_committed_and_dropped_when_they_are_not() {
        Manual manual = manual("Furnace");
        put(1, manual, passage(1, direction(1, 0)));

        try (DerivedIndex.Update update = store.update().orElseThrow()) {
            update.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
            update.remove(manual.id());

            assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
            assertThat(store.revision()).isEqualTo(1);
        }

        assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
        assertThat(store.revision()).isEqualTo(1);
    }

    @Test
    void one_update_may_commit_step_by_step() {
        try (DerivedIndex.Update update = store.update().orElseThrow()) {
            update.put(manual("Furnace"), List.of(passage(1, direction(1, 0))));
            update.commit(4);
            assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
            assertThat(store.revision()).isEqualTo(4);

            update.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
            update.commit(9);
        }

        assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(store.revision()).isEqualTo(9);
    }

    @Test
    void an_update_begins_at_the_revision_of_the_store() {
        put(7, manual("Furnace"), passage(1, direction(1, 0)));

        try (DerivedIndex.Update update = store.update().orElseThrow();
                VectorStore again = open(MODEL)) {
            assertThat(update.revision()).isEqualTo(7);
            assertThat(again.revision()).isEqualTo(7);
        }
    }

    @Test
    void a_store_is_rebuilt_beside_the_one_in_use() {
        put(1, manual("Furnace"), passage(1, direction(1, 0)));

        try (DerivedIndex.Update rebuild = store.rebuild().orElseThrow()) {
            assertThat(rebuild.revision()).isZero();
            rebuild.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
            assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
            assertThat(store.revision()).isEqualTo(1);

            rebuild.commit(5);
            assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(2L);
        }

        assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(2L);
        assertThat(store.revision()).isEqualTo(5);
    }

    @Test
    void a_rebuild_that_is_given_up_leaves_the_one_in_use() {
        put(1, manual("Furnace"), passage(1, direction(1, 0)));

        try (DerivedIndex.Update rebuild = store.rebuild().orElseThrow()) {
            rebuild.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
        }

        assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
        try (DerivedIndex.Update again = store.rebuild().orElseThrow()) {
            again.commit(2);
        }
        assertThat(store.nearest(direction(1, 0), 5, Set.of())).isEmpty();
        assertThat(store.revision()).isEqualTo(2);
    }

    @Test
    void there_is_one_writer_at_a_time() {
        put(1, manual("Furnace"), passage(1, direction(1, 0)));

        try (VectorStore other = open(MODEL)) {
            try (DerivedIndex.Update update = store.update().orElseThrow()) {
                assertThat(update.revision()).isEqualTo(1);
                assertThat(other.update()).isEmpty();
                assertThat(other.rebuild()).isEmpty();
                assertThat(ids(other.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L);
            }
            Optional<DerivedIndex.Update> then = other.update();
            assertThat(then).isPresent();
            then.get().close();
        }
    }

    @Test
    void the_vectors_of_another_model_count_as_lost() {
        put(1, manual("Furnace"), passage(1, direction(1, 0)));

        try (VectorStore other = open("test-model 2")) {
            assertThat(other.revision()).isZero();
            assertThat(other.nearest(direction(1, 0), 5, Set.of())).isEmpty();
            assertThat(other.cosines(direction(1, 0), List.of(1L))).isEmpty();
            try (DerivedIndex.Update update = other.update().orElseThrow()) {
                assertThat(update.revision()).isZero();
                update.put(manual("Pump"), List.of(passage(2, direction(1, 0))));
                update.commit(3);
            }
            assertThat(ids(other.nearest(direction(1, 0), 5, Set.of()))).containsExactly(2L);
        }
    }

    @Test
    void what_was_committed_is_there_after_closing_and_opening() {
        put(6, manual("Furnace"), passage(1, direction(1, 0)), passage(2, direction(0, 1)));
        store.close();

        store = open(MODEL);

        assertThat(store.revision()).isEqualTo(6);
        assertThat(ids(store.nearest(direction(1, 0), 5, Set.of()))).containsExactly(1L, 2L);
    }

    @Test
    void among_some_thousand_the_truly_nearest_are_found() {
        EmbeddedPassage[] passages = many(1, 5_000);
        put(1, manual("Furnace"), passages);

        double found = 0;
        for (int question = 0; question < 40; question++) {
            float[] asked = vector();
            Set<Long> truly = new HashSet<>(bruteForce(asked, passages, 50));
            found += ids(store.nearest(asked, 50, Set.of())).stream()
                            .filter(truly::contains)
                            .count()
                    / 50.0;
        }

        assertThat(found / 40).isGreaterThanOrEqualTo(leastRecall());
    }

    @Test
    void searches_see_each_change_whole_or_not_at_all() throws Exception {
        Manual manual = manual("Furnace");
        put(1, manual, edition(1));
        AtomicBoolean changing = new AtomicBoolean(true);
        CountDownLatch searched = new CountDownLatch(2);

        try (ExecutorService searchers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> searches = List.of(
                    searchers.submit(() -> searchWhile(changing, searched, Set.of())),
                    searchers.submit(() -> searchWhile(changing, searched, Set.of(manual.id()))));
            try {
                searched.await();
                for (int edition = 2; edition <= 15; edition++) {
                    Optional<DerivedIndex.Update> begun = edition % 3 == 0 ? store.rebuild() : store.update();
                    try (DerivedIndex.Update update = begun.orElseThrow()) {
                        update.put(manual, List.of(edition(edition)));
                        update.commit(edition);
                    }
                }
            } finally {
                changing.set(false);
            }

            for (Future<Integer> search : searches) {
                assertThat(search.get()).isPositive();
            }
        }
        assertThat(ids(store.nearest(vector(), 40, Set.of()))).allMatch(id -> id >= 15_000);
    }

    /** Searches on and on; every answer holds one whole edition. */
    private int searchWhile(
            AtomicBoolean changing, CountDownLatch searched, Set<org.fieldwright.domain.manual.ManualId> onlyIn) {
        int searches = 0;
        while (changing.get()) {
            List<Scored> found = store.nearest(direction(1, 0), 40, onlyIn);
            assertThat(found).hasSize(40);
            assertThat(found.stream().map(scored -> scored.passage() / 1_000).distinct())
                    .hasSize(1);
            searches++;
            searched.countDown();
        }
        return searches;
    }

    private EmbeddedPassage[] edition(int number) {
        return many(number * 1_000L, number * 1_000L + 39);
    }

    protected final void put(long revision, Manual manual, EmbeddedPassage... passages) {
        try (DerivedIndex.Update update = store.update().orElseThrow()) {
            update.put(manual, List.of(passages));
            update.commit(revision);
        }
    }

    protected static Manual manual(String title) {
        return Manuals.waiting(title, Manuals.sha256(1));
    }

    protected static EmbeddedPassage passage(long id, float[] vector) {
        PageText page = Manuals.page(1, "text " + id);
        return new EmbeddedPassage(
                Manuals.passage(manual("any"), (int) id, page).withId(id), vector);
    }

    protected final EmbeddedPassage[] many(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> passage(id, vector()))
                .toArray(EmbeddedPassage[]::new);
    }

    protected static List<Long> ids(List<Scored> found) {
        return found.stream().map(Scored::passage).toList();
    }

    /** A direction in the plane of the first two dimensions. */
    protected static float[] direction(double x, double y) {
        float[] vector = new float[DIMENSIONS];
        vector[0] = (float) x;
        vector[1] = (float) y;
        return ofUnitLength(vector);
    }

    /** Any direction, the same ones in every run. */
    protected final synchronized float[] vector() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return ofUnitLength(vector);
    }

    private float[] about(float[] direction, double away) {
        float[] vector = vector();
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (direction[i] + away * vector[i]);
        }
        return ofUnitLength(vector);
    }

    private static float[] ofUnitLength(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static List<Long> bruteForce(float[] asked, EmbeddedPassage[] passages, int max) {
        List<EmbeddedPassage> nearest = new ArrayList<>(List.of(passages));
        nearest.sort(Comparator.comparingDouble((EmbeddedPassage passage) -> dot(asked, passage.vector()))
                .reversed());
        return nearest.stream()
                .limit(max)
                .map(passage -> passage.passage().id())
                .toList();
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
