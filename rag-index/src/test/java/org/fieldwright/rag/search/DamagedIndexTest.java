package org.fieldwright.rag.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files of the index costs time, never an answer and never an embedding. */
class DamagedIndexTest {
    private static final String QUESTION = "what does fault E22 mean?";

    @TempDir
    private Path folder;

    private Shop shop;
    private List<Evidence> rightAnswer;
    private int embedded;

    @BeforeEach
    void a_shop_has_manuals_in_several_segments_and_one_of_them_was_read_again_and_again() {
        shop = Shop.opened(index());
        shop.takeIn("Furnace", "General notes on installation", "E21 flame lost", "E22 pressure switch open");
        shop.engine().index().catchUp();
        var gone = shop.takeIn("Pump", "E33 dry run protection", "E22 impeller blocked");
        shop.engine().index().catchUp();
        shop.takeIn("Boiler", "E22 fan does not reach its speed", "Bleed the radiators once a year");
        shop.engine().index().catchUp();
        for (int edition = 2; edition <= 9; edition++) {
            shop.readAgain(gone.id(), "E33 dry run protection", "E22 impeller blocked", "E34 sensor " + edition);
        }
        shop.engine().index().catchUp();
        rightAnswer = shop.ask(QUESTION);
        embedded = shop.embedded();
        assertThat(rightAnswer).hasSizeGreaterThan(2);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_index_that_is_gone_at_the_start_is_built_from_the_library_without_embedding() throws IOException {
        shop.close();
        IOUtils.rm(index());

        shop = shop.again(index());

        assertRefused();
        shop.engine().index().catchUp();
        assertAnswersAsBefore();
    }

    @Test
    void a_flipped_bit_anywhere_in_any_file_is_found_at_the_start() throws IOException {
        shop.close();
        for (Path file : files()) {
            long size = Files.size(file);
            for (long at : new long[] {0, size / 3, size / 2, size - 12, size - 1}) {
                assertIsBuiltAgain(file, damaged -> flip(damaged, at));
            }
        }
    }

    @Test
    void a_file_that_was_cut_off_is_found_at_the_start() throws IOException {
        shop.close();
        for (Path file : files()) {
            long size = Files.size(file);
            for (long left : new long[] {size - 1, size / 2, 0}) {
                assertIsBuiltAgain(file, damaged -> cutOff(damaged, left));
            }
        }
    }

    @Test
    void a_file_that_is_missing_is_found_at_the_start() throws IOException {
        shop.close();
        for (Path file : files()) {
            assertIsBuiltAgain(file, IOUtils::deleteFilesIgnoringExceptions);
        }
    }

    @Test
    void an_index_that_is_lost_while_it_is_searched_is_built_again_at_the_next_change() throws IOException {
        IOUtils.rm(index());

        assertThat(shop.ask(QUESTION)).isEqualTo(rightAnswer);
        shop.takeIn("Chiller", "E55 low refrigerant");
        shop.engine().index().catchUp();

        assertThat(shop.ask("E55").getFirst().manual().title()).isEqualTo("Chiller");
        assertThat(shop.ask(QUESTION)).extracting(Evidence::passage).containsAll(passages(rightAnswer));
        assertThat(shop.embedded()).isEqualTo(embedded + 1);
        shop.close();
        shop = shop.again(index());
        assertThat(shop.engine().index().revision()).isEqualTo(shop.revision());
    }

    @Test
    void files_that_turn_to_rubbish_while_they_are_searched_never_end_in_a_surprise() throws IOException {
        for (Path file : files()) {
            Path copy = copy();
            try (Shop running = shop.again(copy)) {
                rubbish(copy.resolve(index().relativize(file)));

                assertAnswersOrRefuses(running);
                running.engine().index().catchUp();
                assertAnswersOrRefuses(running);
            }
            IOUtils.rm(copy);
        }
    }

    @Test
    void a_change_to_a_damaged_index_builds_it_again_while_the_old_one_is_searched() throws IOException {
        shop.close();
        for (Path file : files()) {
            Path copy = copy();
            try (Shop running = shop.again(copy)) {
                Files.delete(copy.resolve(index().relativize(file)));
                assertThat(running.ask(QUESTION)).isNotEmpty();
                running.takeIn("Chiller", "E55 low refrigerant");

                catchUpAsTheServerDoes(running);

                assertThat(running.engine().index().revision()).isEqualTo(running.revision());
                assertThat(running.ask("E55").getFirst().manual().title()).isEqualTo("Chiller");
                assertThat(passages(running.ask(QUESTION))).containsAll(passages(rightAnswer));
            }
            try (Shop restarted = shop.again(copy)) {
                restarted.engine().index().catchUp();
                assertThat(passages(restarted.ask(QUESTION))).containsAll(passages(rightAnswer));
            }
            IOUtils.rm(copy);
        }
    }

    @Test
    void while_only_the_vectors_are_lost_the_words_answer() throws IOException {
        shop.close();
        IOUtils.rm(index().resolve("vectors"));

        shop = shop.again(index());

        assertThat(shop.engine().index().revision()).isZero();
        assertThat(shop.ask(QUESTION)).isNotEmpty();
        shop.engine().index().catchUp();
        assertAnswersAsBefore();
    }

    @Test
    void a_new_edition_that_was_half_written_when_the_server_was_killed_is_never_searched() throws IOException {
        Path killed = folder.resolve("killed");
        try (var words = org.fieldwright.rag.lucene.LuceneIndexes.words(index().resolve("words"));
                var rebuild = words.rebuild().orElseThrow()) {
            rebuild.put(rightAnswer.getFirst().manual(), List.of());
            copy(index(), killed); // as the disk was at that moment
        }
        shop.close();

        shop = shop.again(killed);

        assertThat(shop.engine().index().revision()).isEqualTo(shop.revision());
        assertAnswersAsBefore();
        shop.engine().index().rebuild();
        assertAnswersAsBefore();
        try (Stream<Path> generations = Files.list(killed.resolve("words"))) {
            assertThat(generations.filter(Files::isDirectory)).hasSize(1);
        }
    }

    /** The damage is seen, told while it lasts, and mended. */
    private void assertIsBuiltAgain(Path file, Consumer<Path> damage) throws IOException {
        Path copy = copy();
        damage.accept(copy.resolve(index().relativize(file)));
        try (Shop restarted = shop.again(copy)) {
            assertThat(restarted.engine().index().revision())
                    .as(file.getFileName().toString())
                    .isZero();

            restarted.engine().index().catchUp();

            assertThat(restarted.engine().index().revision()).isEqualTo(restarted.revision());
            assertThat(restarted.ask(QUESTION)).isEqualTo(rightAnswer);
            assertThat(restarted.embedded()).isEqualTo(embedded);
        }
        try (Shop onceMore = shop.again(copy)) {
            assertThat(onceMore.engine().index().revision()).isEqualTo(onceMore.revision());
        }
        IOUtils.rm(copy);
    }

    private void assertRefused() {
        assertThatThrownBy(() -> shop.ask(QUESTION))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.UNAVAILABLE));
    }

    private void assertAnswersAsBefore() {
        assertThat(shop.ask(QUESTION)).isEqualTo(rightAnswer);
        assertThat(shop.embedded()).isEqualTo(embedded);
    }

    private static void assertAnswersOrRefuses(Shop running) {
        try {
            running.ask(QUESTION);
        } catch (FaultException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.UNAVAILABLE);
        }
    }

    /** A change that breaks is logged, and the next look after some seconds goes on. */
    private static void catchUpAsTheServerDoes(Shop running) {
        try {
            running.engine().index().catchUp();
        } catch (RuntimeException broken) {
            running.engine().index().catchUp();
        }
    }

    private static List<Passage> passages(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::passage).toList();
    }

    private Path index() {
        return folder.resolve("index");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(index())) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .filter(file -> !file.getFileName().toString().equals("writer.lock"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(10);
            return files;
        }
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        copy(index(), copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void flip(Path file, long at) {
        write(file, at, one -> (byte) (one ^ 0x10));
    }

    private static void rubbish(Path file) throws IOException {
        long size = Files.size(file);
        IntStream.range(0, (int) size).forEach(at -> write(file, at, one -> (byte) (one * 31 + at * 7 + 13)));
    }

    @FunctionalInterface
    private interface Change {
        byte of(byte one);
    }

    /** In place, so that whoever has the file open sees it. */
    private static void write(Path file, long at, Change change) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {change.of(one.get(0))}), at);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void cutOff(Path file, long left) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(left);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
