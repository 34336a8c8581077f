package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.manual.Manual;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks while the index is built again or a manual is read again gets a whole answer, of one edition. */
class SearchGoesOnTest {
    private static final int SEARCHERS = 2;

    @TempDir
    private Path folder;

    private final Semaphore answers = new Semaphore(0);
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opened(folder);
        shop.takeIn("Furnace", "General notes on installation", "E21 flame lost", "E22 pressure switch open");
        shop.takeIn("Boiler", "E22 fan does not reach its speed", "Bleed the radiators once a year");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_first_manuals_of_a_library_are_found_as_soon_as_they_are_in_it() {
        assertThat(shop.engine().index().revision()).isZero();

        assertThat(shop.ask("E22"))
                .extracting(evidence -> evidence.passage().text())
                .contains("E22 pressure switch open", "E22 fan does not reach its speed");
    }

    @Test
    void every_search_during_rebuilds_finds_all_there_is() throws Exception {
        shop.engine().index().catchUp();
        List<Evidence> always = shop.ask("E22 pressure switch");

        whileSearching(
                "E22 pressure switch",
                found -> assertThat(found).isEqualTo(always),
                () -> IntStream.range(0, 15).forEach(i -> shop.engine().index().rebuild()));
    }

    @Test
    void every_search_while_a_manual_is_read_again_finds_the_whole_of_one_edition() throws Exception {
        Manual pump = shop.takeIn("Pump", edition(0));
        shop.engine().index().catchUp();

        whileSearching(
                "impeller nut torque",
                found -> {
                    List<String> texts = found.stream()
                            .filter(evidence -> evidence.manual().id().equals(pump.id()))
                            .map(evidence -> evidence.passage().text())
                            .toList();
                    assertThat(texts).hasSize(3);
                    assertThat(editions(texts)).hasSize(1);
                },
                () -> {
                    for (int number = 1; number <= 60; number++) {
                        shop.readAgain(pump.id(), edition(number));
                        while (shop.engine().index().revision() < shop.revision()) {
                            shop.engine().index().catchUp(); // returns at once where a search is at it
                        }
                        awaitAnswers();
                    }
                });
    }

    @Test
    void an_index_that_has_not_heard_of_the_new_edition_yet_hears_of_it_by_the_search() {
        Manual pump = shop.takeIn("Pump", edition(0));
        shop.engine().index().catchUp();

        shop.readAgain(pump.id(), edition(1));

        assertThat(shop.ask("impeller nut torque"))
                .extracting(evidence -> evidence.passage().text())
                .contains(edition(1));
        assertThat(shop.engine().index().revision()).isEqualTo(shop.revision());
    }

    @Test
    void what_a_deleted_manual_leaves_in_the_index_takes_no_place_from_the_others() {
        Manual first = shop.takeIn(
                "Pump",
                IntStream.range(0, 300)
                        .mapToObj(i -> "impeller nut torque number " + i)
                        .toArray(String[]::new));
        Manual second = shop.takeIn("Chiller", "a long page of many words, and somewhere the impeller nut of the pump");
        shop.engine().index().catchUp();

        shop.remove(first.id());

        assertThat(shop.ask("impeller nut torque"))
                .extracting(evidence -> evidence.manual().id())
                .contains(second.id())
                .doesNotContain(first.id());
    }

    /** Three pages that say the same of another number. */
    private static String[] edition(int number) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(page -> "Impeller nut " + page + ": torque " + number)
                .toArray(String[]::new);
    }

    private static Set<String> editions(List<String> texts) {
        return texts.stream()
                .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    /** Asks on and on in several threads for as long as the work takes; every answer must pass. */
    private void whileSearching(String question, Consumer<List<Evidence>> check, Runnable work) throws Exception {
        AtomicBoolean working = new AtomicBoolean(true);
        try (ExecutorService searchers = Executors.newFixedThreadPool(SEARCHERS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < SEARCHERS; i++) {
                all.add(searchers.submit(() -> {
                    int searches = 0;
                    while (working.get()) {
                        try {
                            check.accept(shop.ask(question));
                        } finally {
                            answers.release();
                        }
                        searches++;
                    }
                    return searches;
                }));
            }
            try {
                awaitAnswers();
                work.run();
            } finally {
                working.set(false);
            }
            for (Future<Integer> one : all) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    /** Waits until each searcher may have had an answer that was asked for after this call. */
    private void awaitAnswers() {
        answers.drainPermits();
        try {
            assertThat(answers.tryAcquire(2 * SEARCHERS, 1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
