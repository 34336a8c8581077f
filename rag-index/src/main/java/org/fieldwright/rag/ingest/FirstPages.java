package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.ManualReader.ReadManual;
import org.fieldwright.domain.manual.PageText;

/** Remembers how a manual begins, to tell its title and its equipment. */
final class FirstPages {
    private static final int ENOUGH = 6;

    private final List<PageText> pages = new ArrayList<>();

    void add(PageText page) {
        if (pages.size() < ENOUGH) {
            pages.add(page);
        }
    }

    /**
     * What is known of the whole.
     *
     * @param described the title the file gives itself, blank for none
     */
    ReadManual describe(String mediaType, String described, String fileName, int pageCount) {
        String title = title(described, fileName);
        StringBuilder text = new StringBuilder();
        pages.forEach(page -> text.append(page.text()).append('\n'));
        return new ReadManual(mediaType, title, EquipmentGuess.from(title, fileName, text.toString()), pageCount);
    }

    private String title(String described, String fileName) {
        if (isSensible(described) && isOnThePages(described)) {
            return described;
        }
        return biggestLine().orElseGet(() -> isSensible(described) ? described : fromFileName(fileName));
    }

    /** Many programs write the file's name or their own into the title. */
    private static boolean isSensible(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return title.length() >= 5
                && title.length() <= 150
                && title.contains(" ")
                && !lower.startsWith("microsoft ")
                && !lower.contains("untitled")
                && !lower.matches(".*\\.(docx?|pdf|indd|qxd|qxp|ai|fm|xlsx?|pptx?|book)\\b.*");
    }

    private boolean isOnThePages(String title) {
        String text = pages.stream()
                .map(PageText::text)
                .reduce("", (a, b) -> a + " " + b)
                .toLowerCase(Locale.ROOT);
        List<String> words = List.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        long found =
                words.stream().filter(w -> w.length() > 2 && text.contains(w)).count();
        long all = words.stream().filter(w -> w.length() > 2).count();
        return all > 0 && found * 10 >= all * 6;
    }

    /** The biggest line of the first page with text, and the ones of the same size right after it. */
    private Optional<String> biggestLine() {
        boolean hasText = pages.stream().anyMatch(page -> page.source() == PageText.Source.TEXT);
        for (PageText page : pages) {
            // What was recognised on a cover picture is a worse title than what is written on the next page.
            if (hasText && page.source() != PageText.Source.TEXT) {
                continue;
            }
            List<Line> lines = page.lines().stream()
                    .filter(line -> letters(page, line) >= 4)
                    .toList();
            if (lines.size() < 2 && pages.size() > 1) {
                continue;
            }
            Optional<Line> biggest = lines.stream()
                    .max(Comparator.comparingInt((Line line) -> line.level() == 0 ? 0 : 7 - line.level())
                            .thenComparingDouble(Line::size)
                            .thenComparingInt(line -> -line.start()));
            if (biggest.isPresent()) {
                return Optional.of(withFollowing(page, lines, biggest.get()));
            }
        }
        return Optional.empty();
    }

    private static String withFollowing(PageText page, List<Line> lines, Line biggest) {
        StringBuilder title = new StringBuilder(text(page, biggest));
        int next = lines.indexOf(biggest) + 1;
        while (next < lines.size()
                && biggest.size() > 0
                && Math.abs(lines.get(next).size() - biggest.size()) < 0.5
                && title.length() + lines.get(next).end() - lines.get(next).start() < 100) {
            title.append(' ').append(text(page, lines.get(next)));
            next++;
        }
        return title.length() <= 150
                ? title.toString()
                : title.substring(0, 150).strip();
    }

    private static String text(PageText page, Line line) {
        return page.text()
                .substring(line.start(), line.end())
                .replace('\t', ' ')
                .strip();
    }

    private static long letters(PageText page, Line line) {
        return page.text()
                .substring(line.start(), line.end())
                .chars()
                .filter(Character::isLetter)
                .count();
    }

    private static String fromFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String name = (dot > 0 ? fileName.substring(0, dot) : fileName)
                .replaceAll("[-_]+", " ")
                .strip();
        return name.isEmpty() ? fileName : name;
    }
}
