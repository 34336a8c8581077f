package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours can be read: measured as WCAG 2.2 says (relative luminance, contrast ratio). */
class DesignTokensTest {
    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): var\\(--light, (#[0-9a-f]{6})\\) var\\(--dark, (#[0-9a-f]{6})\\);");
    private static final Pattern SWITCHED = Pattern.compile("([^{}]*)\\{([^{}]*--light:[^{}]*)}");
    private static final List<String> GROUNDS = List.of("surface", "raised", "sunken");

    private final Map<String, Map<String, String>> themes =
            Map.of("light", new LinkedHashMap<>(), "dark", new LinkedHashMap<>());
    private String css;

    @BeforeEach
    void read_the_tokens() throws IOException {
        css = Files.readString(Path.of("src/main/webapp/resources/css/tokens.css"));
        COLOUR.matcher(css).results().forEach(colour -> {
            themes.get("light").put(colour.group(1), colour.group(2));
            themes.get("dark").put(colour.group(1), colour.group(3));
        });
    }

    @Test
    void every_colour_is_said_once_for_light_and_dark_together() {
        long said = css.lines().filter(line -> line.contains("#")).count();

        assertThat(themes.get("light")).hasSizeGreaterThan(20).hasSize(Math.toIntExact(said));
    }

    @Test
    void it_is_dark_where_the_system_or_the_person_wants_it_and_light_by_choice_comes_first() {
        List<String> switched = SWITCHED.matcher(css)
                .results()
                .map(block -> lastLineOf(block.group(1)) + " "
                        + (block.group(2).contains("--dark: initial") ? "dark" : "light"))
                .toList();

        assertThat(switched)
                .containsExactly(":root[data-theme=\"light\"] light", ":root dark", ":root[data-theme=\"dark\"] dark");
        assertThat(css).contains("@media (prefers-color-scheme: dark) {\n  :root {\n    color-scheme: dark;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "muted", "accent", "accent-strong", "good", "warn", "bad", "info"})
    void ink_is_readable_on_every_ground(String ink) {
        for (String theme : themes.keySet()) {
            for (String ground : GROUNDS) {
                assertReadable(theme, ink, ground, 4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accent", "good", "warn", "bad", "info"})
    void a_state_and_the_words_beside_it_are_readable_on_its_own_soft_ground(String state) {
        for (String theme : themes.keySet()) {
            assertReadable(theme, state, state + "-soft", 4.5);
            assertReadable(theme, "text", state + "-soft", 4.5);
            assertReadable(theme, "muted", state + "-soft", 4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"on-accent, accent", "on-accent, accent-strong", "on-mark, mark", "text, mark-soft"})
    void what_stands_on_colour_is_readable(String ink, String ground) {
        for (String theme : themes.keySet()) {
            assertReadable(theme, ink, ground, 4.5);
        }
    }

    @Test
    void the_border_of_a_field_can_be_seen() {
        for (String theme : themes.keySet()) {
            for (String ground : GROUNDS) {
                assertReadable(theme, "line-strong", ground, 3);
            }
        }
    }

    private void assertReadable(String theme, String ink, String ground, double atLeast) {
        Map<String, String> colours = themes.get(theme);
        assertThat(contrast(colours.get(ink), colours.get(ground)))
                .as("%s on %s, %s", ink, ground, theme)
                .isGreaterThanOrEqualTo(atLeast);
    }

    private static String lastLineOf(String selector) {
        return selector.strip().lines().reduce("", (before, line) -> line).strip();
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
