package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of manuals promises, tried with plain text: a form feed begins a page. */
public abstract class ManualReaderContract {
    @TempDir
    private Path folder;

    protected abstract ManualReader reader();

    @Test
    void hands_over_every_page_in_order_after_saying_how_many_there_are() throws IOException {
        Heard heard = new Heard();

        ManualReader.ReadManual manual = reader().read(file("pump.txt", "Pump P1\fDrain it.\fFill it."), heard);

        assertThat(heard.announcedBeforePages).isTrue();
        assertThat(heard.announced).isEqualTo(3);
        assertThat(heard.pages).extracting(PageText::number).containsExactly(1, 2, 3);
        assertThat(heard.pages).extracting(PageText::text).containsExactly("Pump P1", "Drain it.", "Fill it.");
        assertThat(manual.pages()).isEqualTo(3);
        assertThat(manual.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void words_and_lines_lie_within_their_page() throws IOException {
        Heard heard = new Heard();

        reader().read(file("pump.txt", "Pump P1\nDrain it.\n\nFill it."), heard);

        assertThat(heard.pages).allSatisfy(page -> {
            assertThat(page.words())
                    .allMatch(w -> w.start() >= 0 && w.end() <= page.text().length());
            assertThat(page.lines())
                    .allMatch(l -> l.start() >= 0 && l.end() <= page.text().length());
        });
    }

    @Test
    void reads_the_same_file_the_same_way_again() throws IOException {
        SourceFile file = file("pump.txt", "Pump P1\fDrain it.");
        Heard first = new Heard();
        Heard second = new Heard();

        reader().read(file, first);
        reader().read(file, second);

        assertThat(second.pages).isEqualTo(first.pages);
    }

    @Test
    void an_empty_file_is_refused_as_empty() throws IOException {
        assertProblem(ReadingProblem.EMPTY_FILE, file("pump.txt", ""));
    }

    @Test
    void a_file_of_blanks_has_no_text() throws IOException {
        assertProblem(ReadingProblem.NO_TEXT, file("pump.txt", " \n \n"));
    }

    @Test
    void what_the_listener_throws_comes_through_and_stops_the_reading() throws IOException {
        SourceFile file = file("pump.txt", "Pump P1\fDrain it.\fFill it.");
        IllegalStateException stop = new IllegalStateException("deleted meanwhile");

        assertThatThrownBy(() -> reader().read(file, new ManualReader.PageListener() {
                    @Override
                    public void pages(int count) {}

                    @Override
                    public void page(PageText page) {
                        throw stop;
                    }
                }))
                .isSameAs(stop);
    }

    @Test
    void several_files_are_read_at_the_same_time() throws IOException {
        List<SourceFile> files = List.of(file("a.txt", "One"), file("b.txt", "Two"), file("c.txt", "Three"));

        List<String> texts = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> {
                    Heard heard = new Heard();
                    reader().read(files.get(i), heard);
                    return heard.pages.getFirst().text();
                })
                .toList();

        assertThat(texts).containsExactly("One", "Two", "Three");
    }

    protected void assertProblem(ReadingProblem problem, SourceFile file) {
        assertThatThrownBy(() -> reader().read(file, new Heard()))
                .isInstanceOfSatisfying(
                        UnreadableManualException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    protected SourceFile file(String name, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(name), content);
        return new SourceFile(path, name, Files.size(path));
    }

    /** Remembers what a reader said. */
    public static final class Heard implements ManualReader.PageListener {
        public final List<PageText> pages = new ArrayList<>();
        public int announced;
        public boolean announcedBeforePages;

        @Override
        public void pages(int count) {
            announced = count;
            announcedBeforePages = pages.isEmpty();
        }

        @Override
        public void page(PageText page) {
            pages.add(page);
        }
    }
}
