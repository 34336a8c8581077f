package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesInPagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");

    @Test
    void no_variable_of_a_page_is_named_like_a_bean_which_would_be_shown_instead() throws IOException {
        Set<String> beans = new TreeSet<>(found(BEANS, ".java", "@Named\\(\"(\\w+)\"\\)"));

        List<String> variables = found(PAGES, ".xhtml", "\\bvar=\"(\\w+)\"");

        assertThat(beans).contains("account", "ask");
        assertThat(variables).isNotEmpty().doesNotContainAnyElementsOf(beans);
    }

    private static List<String> found(Path folder, String ending, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(
                            file -> Pattern.compile(pattern).matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
