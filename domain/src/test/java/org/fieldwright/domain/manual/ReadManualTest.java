package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fieldwright.domain.shared.RecordedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadManualTest {
    private final InMemoryOriginalStore originals = new InMemoryOriginalStore();
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final RecordedEvents<ManualChanged> changes = new RecordedEvents<>();
    private ManualReader reader = this::twoPages;
    private Manual manual;

    @BeforeEach
    void a_manual_waits() throws IOException {
        var stored = originals.keep(new ByteArrayInputStream("two pages".getBytes(StandardCharsets.UTF_8)), 1_000_000);
        manual = Manuals.waiting("furnace", stored.sha256());
        library.add(manual);
    }

    @Test
    void a_manual_that_can_be_read_becomes_ready_with_its_pages_and_passages() {
        read();

        Manual read = library.find(manual.id()).orElseThrow();
        assertThat(read.state()).isEqualTo(ManualState.READY);
        assertThat(read.edition()).isEqualTo(1);
        assertThat(read.pages()).isEqualTo(2);
        assertThat(library.embeddedPassages(manual.id())).hasSize(2);
        assertThat(library.page(manual.id(), 2)).isPresent();
        assertThat(changes.told()).containsExactly(new ManualChanged(manual.id()));
    }

    @Test
    void a_title_taken_from_the_file_name_gives_way_to_the_one_found_inside() {
        read();

        assertThat(library.find(manual.id()).orElseThrow().title()).isEqualTo("NF-80 Service Manual");
    }

    @Test
    void a_title_and_equipment_that_a_person_gave_stay() {
        library.remove(manual.id());
        manual = new Manual(
                manual.id(),
                "The basement furnace",
                manual.fileName(),
                manual.mediaType(),
                manual.sha256(),
                manual.bytes(),
                new Equipment("Northwind", "NF-90"),
                manual.state(),
                0,
                0,
                0,
                Optional.empty(),
                "",
                manual.uploadedBy(),
                manual.uploadedAt(),
                manual.changedAt(),
                0);
        library.add(manual);

        read();

        Manual read = library.find(manual.id()).orElseThrow();
        assertThat(read.title()).isEqualTo("The basement furnace");
        assertThat(read.equipment()).isEqualTo(new Equipment("Northwind", "NF-90"));
    }

    @Test
    void the_vector_of_a_passage_knows_what_its_manual_is_about() {
        read();

        EmbeddedPassage first = library.embeddedPassages(manual.id()).getFirst();
        Manual read = library.find(manual.id()).orElseThrow();
        assertThat(first.vector())
                .containsExactly(first.passage().inContext(read.about()).length());
    }

    @Test
    void a_file_that_cannot_be_read_ends_with_its_reason() {
        reader = (file, listener) -> {
            throw new UnreadableManualException(ReadingProblem.ENCRYPTED);
        };

        read();

        Manual failed = library.find(manual.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(ManualState.FAILED);
        assertThat(failed.problem()).contains(ReadingProblem.ENCRYPTED);
        assertThat(failed.incident()).isEmpty();
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void an_unexpected_reason_carries_a_number_to_quote() {
        reader = (file, listener) -> {
            throw new UnreadableManualException(ReadingProblem.UNEXPECTED);
        };

        read();

        assertThat(library.find(manual.id()).orElseThrow().incident()).hasSize(8);
    }

    @Test
    void a_file_without_any_text_says_so() {
        reader = (file, listener) -> {
            listener.pages(1);
            listener.page(new PageText(1, 612, 792, "", List.of(), PageText.Source.NONE));
            return new ManualReader.ReadManual("application/pdf", "", Equipment.UNKNOWN, 1);
        };

        read();

        assertThat(library.find(manual.id()).orElseThrow().problem()).contains(ReadingProblem.NO_TEXT);
    }

    @Test
    void progress_is_seen_page_by_page() {
        reader = (file, listener) -> {
            listener.pages(2);
            listener.page(Manuals.page(1, "one"));
            Manual now = library.find(manual.id()).orElseThrow();
            assertThat(now.state()).isEqualTo(ManualState.READING);
            assertThat(now.pages()).isEqualTo(2);
            assertThat(now.pagesDone()).isEqualTo(1);
            listener.page(Manuals.page(2, "two"));
            return new ManualReader.ReadManual("application/pdf", "", Equipment.UNKNOWN, 2);
        };

        read();

        assertThat(library.find(manual.id()).orElseThrow().state()).isEqualTo(ManualState.READY);
    }

    @Test
    void a_manual_deleted_while_it_is_read_stays_deleted_and_is_no_error() {
        reader = (file, listener) -> {
            listener.pages(2);
            library.remove(manual.id());
            listener.page(Manuals.page(1, "one"));
            return new ManualReader.ReadManual("application/pdf", "", Equipment.UNKNOWN, 2);
        };

        read();

        assertThat(library.find(manual.id())).isEmpty();
        assertThat(library.embeddedPassages(manual.id())).isEmpty();
    }

    @Test
    void a_second_reading_that_fails_leaves_the_first_one_in_use() {
        read();
        library.update(library.find(manual.id()).orElseThrow().waiting(Manuals.UPLOADED));
        reader = (file, listener) -> {
            throw new UnreadableManualException(ReadingProblem.TOOK_TOO_LONG);
        };

        read();

        assertThat(library.find(manual.id()).orElseThrow().state()).isEqualTo(ManualState.FAILED);
        assertThat(library.find(manual.id()).orElseThrow().edition()).isEqualTo(1);
        assertThat(library.embeddedPassages(manual.id())).hasSize(2);
    }

    @Test
    void a_manual_that_an_earlier_turn_has_read_is_not_read_again_until_somebody_asks() {
        read();

        read();
        assertThat(library.find(manual.id()).orElseThrow().edition()).isEqualTo(1);

        library.update(library.find(manual.id()).orElseThrow().waiting(Manuals.UPLOADED));
        read();
        assertThat(library.find(manual.id()).orElseThrow().edition()).isEqualTo(2);
    }

    @Test
    void a_reading_that_broke_off_begins_again_from_nothing() {
        ManualReader whole = reader;
        reader = (file, listener) -> {
            listener.pages(2);
            listener.page(Manuals.page(1, "one"));
            throw new IllegalStateException("the server ends");
        };
        assertThatIllegalStateException().isThrownBy(this::read);
        assertThat(library.embeddedPassages(manual.id())).isEmpty();
        assertThat(library.page(manual.id(), 1)).isEmpty();

        reader = whole;
        read();

        assertThat(library.find(manual.id()).orElseThrow().edition()).isEqualTo(1);
        assertThat(library.embeddedPassages(manual.id())).hasSize(2);
    }

    @Test
    void giving_up_is_seen_on_the_manual() {
        handler().gaveUp(manual.id().toString());

        Manual failed = library.find(manual.id()).orElseThrow();
        assertThat(failed.problem()).contains(ReadingProblem.UNEXPECTED);
        assertThat(failed.incident()).isNotBlank();
    }

    @Test
    void what_was_deleted_before_its_turn_is_skipped() {
        library.remove(manual.id());

        read();

        assertThat(changes.told()).isEmpty();
    }

    private void read() {
        handler().run(manual.id().toString());
    }

    private ReadManual handler() {
        return new ReadManual(
                originals,
                library,
                (file, listener) -> reader.read(file, listener),
                ReadManualTest::onePassageAPage,
                new LengthEmbedder(),
                changes,
                Clock.fixed(Manuals.UPLOADED, ZoneOffset.UTC));
    }

    private ManualReader.ReadManual twoPages(SourceFile file, ManualReader.PageListener listener) {
        listener.pages(2);
        listener.page(Manuals.page(1, "one"));
        listener.page(Manuals.page(2, "two"));
        return new ManualReader.ReadManual(
                "application/pdf", "NF-80 Service Manual", new Equipment("Northwind", "NF-80"), 2);
    }

    private static List<Passage> onePassageAPage(ManualId id, int edition, List<PageText> pages) {
        return IntStream.range(0, pages.size())
                .filter(i -> !pages.get(i).text().isBlank())
                .mapToObj(i -> new Passage(
                        0,
                        id,
                        edition,
                        i,
                        PassageKind.TEXT,
                        List.of(),
                        pages.get(i).text(),
                        List.of(new PageSpan(
                                pages.get(i).number(), 0, pages.get(i).text().length()))))
                .toList();
    }

    private static final class LengthEmbedder implements Embedder {
        @Override
        public String model() {
            return "length";
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] ofPassage(String text) {
            return new float[] {text.length()};
        }

        @Override
        public float[] ofQuestion(String text) {
            return ofPassage(text);
        }
    }
}
