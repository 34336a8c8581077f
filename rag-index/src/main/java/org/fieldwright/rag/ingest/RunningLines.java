package org.fieldwright.rag.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the lines that run along at the top or bottom of many pages, and page numbers: they belong to no passage. */
final class RunningLines {
    private static final float TOP = 0.12f;
    private static final float BOTTOM = 0.9f;
    private static final int LONGEST = 160;

    /** 12 · - 12 - · EN-14 · Page 3 of 20 · 3/20 */
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[^\\p{L}\\p{N}]*(?:(?:page|seite|sida|side|pagina|página|стр\\.?|[A-Z]{2})[\\s.:-]*)?(?:\\d{1,4}|[ivxlc]{1,6})"
                    + "(?:\\s*(?:of|von|av|de|di|/|из)\\s*\\d{1,4})?[^\\p{L}\\p{N}]*",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> running = new HashSet<>();

    RunningLines(List<List<PageLine>> pages) {
        Map<String, Set<Integer>> seenOn = new HashMap<>();
        for (List<PageLine> page : pages) {
            for (int i = 0; i < page.size(); i++) {
                PageLine line = page.get(i);
                if (isAtEdge(line) && !isHeadOfTable(page, i)) {
                    seenOn.computeIfAbsent(key(line), k -> new HashSet<>()).add(line.page());
                }
            }
        }
        int often = Math.max(3, Math.min(6, pages.size() / 5));
        seenOn.forEach((key, on) -> {
            if (on.size() >= often) {
                running.add(key);
            }
        });
    }

    boolean contains(PageLine line) {
        return isAtEdge(line) && (PAGE_NUMBER.matcher(line.text().strip()).matches() || running.contains(key(line)));
    }

    private static boolean isAtEdge(PageLine line) {
        return line.top() >= 0 && line.text().length() <= LONGEST && (line.top() < TOP || line.top() > BOTTOM);
    }

    /** The head of a table that goes on from the page before is repeated, too, but rows follow it. */
    private static boolean isHeadOfTable(List<PageLine> page, int i) {
        return page.get(i).isTableRow()
                && !page.get(i).endsParagraph()
                && i + 1 < page.size()
                && page.get(i + 1).isTableRow();
    }

    /** The same words with other numbers, at about the same height. */
    private static String key(PageLine line) {
        String words = line.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\d+", "#")
                .replaceAll("\\s+", " ")
                .strip();
        return words + "@" + (line.top() < TOP ? "top" : "bottom");
    }
}
