package org.fieldwright.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fieldwright.edge.PortalDatabase;
import org.fieldwright.edge.Program;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.LaunchedBundle;
import org.fieldwright.rag.truth.TruthFact;
import org.fieldwright.rag.truth.TruthLayout;
import org.fieldwright.rag.truth.TruthManual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reading that is broken off by the end of the server, however hard, is finished by the next one. */
class BrokenOffReadingIT {
    private static final String OWNER = "owner@shop.example";
    private static final String PASSWORD = "seven wet wrenches";
    private static final int PAGES = 240;
    private static final TruthManual MANUAL =
            TruthManual.pdf("long.pdf", 90, Collections.nCopies(PAGES, TruthLayout.PORTRAIT));

    @TempDir
    private Path folder;

    @Test
    void a_reading_that_a_power_cut_ends_is_finished_after_the_next_start_and_nothing_of_it_is_seen_before()
            throws IOException {
        Path data = folder.resolve("data");
        LaunchedBundle first = start(data);
        TruthProgram program = program(first);
        String id = program.upload(MANUAL);
        program.awaitMiddle(id);
        assertThat(program.ask(MANUAL.facts().getFirst()).getString("outcome")).isEqualTo("not-in-manuals");

        first.killAllHard();

        try (LaunchedBundle second = start(data)) {
            TruthProgram again = program(second);
            assertThat(again.manual(id).getString("state")).isNotIn("ready", "failed");
            assertThat(again.ask(MANUAL.facts().getFirst()).getString("outcome"))
                    .isEqualTo("not-in-manuals");
            again.awaitDone(id);
            assertWhole(again, id, data, 1);
        }
    }

    @Test
    void a_manual_that_is_read_again_answers_all_the_time_also_when_that_is_stopped_and_its_index_is_lost()
            throws IOException {
        Path data = folder.resolve("data");
        String id;
        try (LaunchedBundle first = start(data)) {
            TruthProgram program = program(first);
            id = program.upload(MANUAL);
            program.awaitDone(id);
            program.readAgain(id);
            program.awaitMiddle(id);
            program.assertCitedRightly(MANUAL.facts().getFirst(), id);

            assertThat(first.stop()).isZero();
        }
        DataFolder.delete(data.resolve("derived"));

        try (LaunchedBundle second = start(data)) {
            TruthProgram again = program(second);
            again.assertCitedRightly(MANUAL.facts().getFirst(), id);
            again.awaitDone(id);
            assertWhole(again, id, data, 2);
        }
    }

    private static LaunchedBundle start(Path data) throws IOException {
        return LaunchedBundle.start(
                        data,
                        Map.of("FIELDWRIGHT_ADMIN_EMAIL", OWNER, "FIELDWRIGHT_ADMIN_PASSWORD", PASSWORD),
                        "--empty")
                .awaitReady();
    }

    private static TruthProgram program(LaunchedBundle portal) {
        return new TruthProgram(Program.without(portal.address()).with(OWNER, PASSWORD));
    }

    /** Every page once, every passage once, and every tenth fact is found on its page. */
    private static void assertWhole(TruthProgram program, String id, Path data, int edition) {
        assertThat(program.manual(id).getInt("pages")).isEqualTo(PAGES);
        assertThat(program.manual(id).getInt("edition")).isEqualTo(edition);
        PortalDatabase database = new PortalDatabase(data);
        assertThat(database.number("select count(*) from manual")).isEqualTo(1);
        assertThat(database.number("select count(*) from manual_page")).isEqualTo(PAGES);
        assertThat(database.number("select count(distinct number) from manual_page"))
                .isEqualTo(PAGES);
        assertThat(database.number("select count(*) - count(distinct ordinal) from passage"))
                .isZero();
        List<TruthFact> facts = MANUAL.facts();
        IntStream.range(0, facts.size())
                .filter(i -> i % 10 == 9)
                .forEach(i -> program.assertCitedRightly(facts.get(i), id));
    }
}
