package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page keeps to, read from the sources. */
class PagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");

    @Test
    void no_page_carries_style_or_script_inside() {
        Pattern inside = Pattern.compile("\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son(click|change|load|submit)=\"");

        assertThat(pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(read(page)).as(page.toString()).doesNotContainPattern(inside));
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        Pattern elsewhere = Pattern.compile("(src|href|action)=\"(https?:)?//|url\\([\"']?(https?:)?//|@import");

        assertThat(Stream.concat(pages().stream(), files(".css").stream()).toList())
                .allSatisfy(file -> assertThat(read(file)).as(file.toString()).doesNotContainPattern(elsewhere));
    }

    @Test
    void every_icon_that_a_page_names_is_in_the_sprite() {
        String sprite = read(WEBAPP.resolve("resources/img/icons.svg"));
        List<String> drawn = found(sprite, "<symbol id=\"([^\"]+)\"");

        List<String> named = pages().stream()
                .flatMap(page -> found(read(page), "<fw:icon name=\"([a-z-]+)\"").stream())
                .toList();

        assertThat(drawn).containsAll(named).doesNotHaveDuplicates();
        assertThat(drawn).containsAll(Place.all().stream().map(Place::name).collect(Collectors.toSet()));
    }

    @Test
    void every_colour_comes_from_the_tokens() {
        List<Path> sheets = files(".css").stream()
                .filter(sheet -> !sheet.endsWith("tokens.css"))
                .toList();

        assertThat(sheets)
                .isNotEmpty()
                .allSatisfy(sheet -> assertThat(found(read(sheet), "(#[0-9a-fA-F]{3,8})\\b(?!\\{)"))
                        .as(sheet.toString())
                        .isSubsetOf("#fff"));
    }

    @Test
    void every_token_that_is_used_exists() {
        String all = files(".css").stream().map(PagesTest::read).collect(Collectors.joining());

        assertThat(found(all, "var\\(--([a-z0-9-]+)\\)")).isSubsetOf(found(all, "\\s--([a-z0-9-]+):"));
    }

    @Test
    void no_variable_is_named_like_a_bean_which_would_be_shown_instead() {
        List<String> beans = files(BEANS, ".java").stream()
                .flatMap(bean -> found(read(bean), "@Named\\(\"(\\w+)\"\\)").stream())
                .toList();

        List<String> variables = pages().stream()
                .flatMap(page -> found(read(page), "\\bvar=\"(\\w+)\"").stream())
                .toList();

        assertThat(beans).contains("account", "ask");
        assertThat(variables).isNotEmpty().doesNotContainAnyElementsOf(beans);
    }

    @Test
    void a_form_that_is_sent_without_script_carries_the_nonce_that_the_answer_asks_for() {
        List<String> sent = pages().stream()
                .map(PagesTest::read)
                .filter(page -> page.contains("<h:command"))
                .toList();

        assertThat(sent).isNotEmpty().allSatisfy(page -> assertThat(page).contains("<fw:nonce/>"));
    }

    @Test
    void no_page_is_named_like_a_folder_of_pages_which_would_lead_to_itself_for_ever() {
        assertThat(pages())
                .noneMatch(page -> Files.isDirectory(
                        page.resolveSibling(page.getFileName().toString().replaceFirst("\\.xhtml$", ""))));
    }

    private static List<Path> pages() {
        return files(".xhtml");
    }

    private static List<Path> files(String ending) {
        return files(WEBAPP, ending);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
