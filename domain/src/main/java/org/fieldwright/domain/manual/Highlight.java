package org.fieldwright.domain.manual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a stretch of a page's text stands on the page. */
public final class Highlight {
    private Highlight() {}

    /** The places of a passage on one page. */
    public static List<Box> boxes(PageText page, Passage passage) {
        return passage.spans().stream()
                .filter(span -> span.page() == page.number())
                .flatMap(span -> boxes(page, span.start(), span.end()).stream())
                .toList();
    }

    /**
     * One box a line of words that the stretch touches, in reading order; empty when the page has no places.
     *
     * @param start offset in the page's text
     * @param end offset behind the last character
     */
    public static List<Box> boxes(PageText page, int start, int end) {
        List<Word> touched = page.words().stream()
                .filter(word -> word.start() < end && word.end() > start)
                .sorted(Comparator.comparingInt(Word::start))
                .toList();
        List<Box> boxes = new ArrayList<>();
        Word before = null;
        for (Word word : touched) {
            if (before != null && isOnLine(page, before, word, boxes.getLast())) {
                boxes.add(around(boxes.removeLast(), word.box()));
            } else {
                boxes.add(word.box());
            }
            before = word;
        }
        return List.copyOf(boxes);
    }

    private static boolean isOnLine(PageText page, Word before, Word word, Box line) {
        if (page.text().substring(before.end(), word.start()).indexOf('\n') >= 0) {
            return false;
        }
        Box box = word.box();
        float beside = common(line.y(), line.height(), box.y(), box.height());
        return beside > Math.min(line.height(), box.height()) / 2 || goesOnUpOrDown(page, line, box, -beside);
    }

    /** Whether a word goes on with a line that runs up or down the page: as thick, at the same height of the line, close by. */
    private static boolean goesOnUpOrDown(PageText page, Box line, Box word, float gap) {
        float off = Math.max(Math.abs(line.x() - word.x()), Math.abs(line.width() - word.width()));
        return off < line.width() / 4 && gap * page.height() < word.width() * page.width();
    }

    /** How much two stretches of an axis have in common; below zero, how far they are apart. */
    private static float common(float from, float length, float otherFrom, float otherLength) {
        return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
    }

    private static Box around(Box one, Box other) {
        float left = Math.min(one.x(), other.x());
        float top = Math.min(one.y(), other.y());
        float right = Math.max(one.x() + one.width(), other.x() + other.width());
        float bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new Box(left, top, right - left, bottom - top);
    }
}
