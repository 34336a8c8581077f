package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Word;

/**
 * A line of a page with what the cutter needs to know of it.
 *
 * @param start offset in the page's text
 * @param end offset behind the last character
 * @param size of its letters in points; 0 when unknown
 * @param level its depth as a title when the file says so, 0 otherwise
 * @param startsParagraph when an empty line or nothing is above it
 * @param endsParagraph when an empty line or nothing is below it
 * @param top of its first word in fractions of the page; negative when unknown
 */
record PageLine(
        int page,
        int start,
        int end,
        String text,
        float size,
        boolean bold,
        int level,
        boolean startsParagraph,
        boolean endsParagraph,
        float top) {

    /** All lines with text, in order. */
    static List<PageLine> of(PageText page) {
        Map<Integer, Line> looks = new HashMap<>();
        page.lines().forEach(line -> looks.put(line.start(), line));
        List<PageLine> lines = new ArrayList<>();
        String text = page.text();
        int word = 0;
        boolean above = false;
        for (int start = 0; start <= text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String own = text.substring(start, end);
            if (!own.isBlank()) {
                while (word < page.words().size() && page.words().get(word).start() < start) {
                    word++;
                }
                boolean below = newline >= 0 && newline + 1 < text.length() && text.charAt(newline + 1) != '\n';
                lines.add(line(page, start, end, own, looks.get(start), !above, !below, wordAt(page, word, end)));
            }
            above = !own.isBlank();
            start = end + 1;
        }
        return lines;
    }

    private static Word wordAt(PageText page, int index, int end) {
        return index < page.words().size() && page.words().get(index).start() < end
                ? page.words().get(index)
                : null;
    }

    private static PageLine line(
            PageText page, int start, int end, String text, Line look, boolean first, boolean last, Word word) {
        float size = look != null && look.size() > 0 ? look.size() : word == null ? 0 : sizeBy(page, word);
        return new PageLine(
                page.number(),
                start,
                end,
                text,
                size,
                look != null && look.bold(),
                look == null ? 0 : look.level(),
                first,
                last,
                word == null ? -1 : word.box().y());
    }

    /** A page that comes from storage has no looks, but the height of its words tells their size. */
    private static float sizeBy(PageText page, Word word) {
        return (float) (word.box().height() * page.height() / (Glyph.ABOVE + Glyph.BELOW));
    }

    boolean isTableRow() {
        return text.indexOf('\t') >= 0;
    }

    /** How much of an embedding's window it takes: words, or letters where words are long or not parted by blanks. */
    int weight() {
        return weightOf(text);
    }

    static int weightOf(String text) {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                words++;
            }
        }
        return Math.max(words, (text.length() + 5) / 6);
    }
}
