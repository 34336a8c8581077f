package org.fieldwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldwright.browser.Screen.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes the pictures of the documents, with demo data. They go to {@code target/pictures}, or where
 * {@code -Dfieldwright.pictures} says: CONTRIBUTING.md has the command that renews those in {@code docs/pictures}.
 */
@BrowserTest
class ScreenshotsIT {
    private static final Path TAKEN = Path.of(System.getProperty("fieldwright.pictures", "target/pictures"));
    private static final Path DOCS = Path.of("../docs");

    private record Picture(Sight of, Kind screen, boolean dark) {}

    private static final Map<String, Picture> PICTURES = Map.of(
            "ask-phone.png", new Picture(Sight.ASK, Kind.PHONE, false),
            "answer-phone.png", new Picture(Sight.ANSWER, Kind.PHONE, false),
            "answer-phone-dark.png", new Picture(Sight.ANSWER, Kind.PHONE, true),
            "page-phone.png", new Picture(Sight.PAGE, Kind.PHONE, false),
            "not-in-manuals-phone.png", new Picture(Sight.NOT_IN_MANUALS, Kind.PHONE, false),
            "answer-desk.png", new Picture(Sight.ANSWER, Kind.DESK, false),
            "manuals-desk.png", new Picture(Sight.KEEP_MANUALS, Kind.DESK, false),
            "people-desk.png", new Picture(Sight.PEOPLE, Kind.DESK, false),
            "health-desk.png", new Picture(Sight.HEALTH, Kind.DESK, false));

    @TestFactory
    Stream<DynamicTest> pictures(Visits.Visitors visitors) {
        return PICTURES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Picture picture = entry.getValue();
                    Page page = picture.of().openedBy(visitors.at(picture.screen(), picture.dark()));
                    Path file = TAKEN.resolve(entry.getKey());

                    page.screenshot(new Page.ScreenshotOptions().setPath(file));

                    assertThat(file).isNotEmptyFile();
                }));
    }

    @Test
    void every_picture_a_document_shows_is_made_here_and_there() throws IOException {
        Pattern shown = Pattern.compile("pictures/([\\w-]+\\.png)");
        List<Path> documents;
        try (Stream<Path> files = Files.walk(DOCS)) {
            documents = Stream.concat(Stream.of(Path.of("../README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }

        assertThat(documents).hasSizeGreaterThan(5);
        for (Path document : documents) {
            List<String> pictures = shown.matcher(Files.readString(document))
                    .results()
                    .map(match -> match.group(1))
                    .toList();

            assertThat(pictures).as(document.toString()).isSubsetOf(PICTURES.keySet());
            assertThat(pictures)
                    .allSatisfy(name ->
                            assertThat(DOCS.resolve("pictures").resolve(name)).exists());
        }
    }
}
