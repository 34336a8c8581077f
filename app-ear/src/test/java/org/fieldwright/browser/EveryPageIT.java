package org.fieldwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.fieldwright.browser.Screen.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, at every size, in light and dark. */
@BrowserTest
class EveryPageIT {
    /** Between phone and desk, colours are the same and only the room differs. */
    static Stream<Arguments> everywhere() {
        return Sight.ALL.stream()
                .flatMap(sight -> Stream.of(
                        Arguments.of(sight, Kind.PHONE, false),
                        Arguments.of(sight, Kind.PHONE, true),
                        Arguments.of(sight, Kind.TABLET, false),
                        Arguments.of(sight, Kind.DESK, false),
                        Arguments.of(sight, Kind.DESK, true)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void can_be_used_by_everybody_and_fits_its_screen(
            Sight sight, Kind screen, boolean dark, Visits.Visitors visitors) {
        Page page = sight.openedBy(visitors.at(screen, dark));

        List<String> violations = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(EveryPageIT::inWords)
                        .toList();
        int tooWide = (int)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        assertThat(violations).isEmpty();
        assertThat(tooWide).as("pixels to scroll sideways").isZero();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
