package org.fieldwright.rag.ingest;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Word;

/** Collects a page's text in reading order, with the words' places and the lines' looks. */
final class TextSink {
    private static final int MAX_CHARACTERS = 200_000;

    private final double width;
    private final double height;
    private final StringBuilder text = new StringBuilder();
    private final List<Word> words = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int lineStart;
    private double sizeSum;
    private int boldLetters;
    private int letters;

    TextSink(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    boolean isFull() {
        return text.length() >= MAX_CHARACTERS;
    }

    /** Adds a word to the current line, after a blank where one is due. */
    void word(String word, Rectangle2D.Double place, double size, boolean bold) {
        if (isFull()) {
            return;
        }
        if (text.length() > lineStart && !endsWithBreak()) {
            text.append(' ');
        }
        int start = text.length();
        text.append(word);
        words.add(new Word(start, text.length(), fractions(place)));
        sizeSum += size * word.length();
        letters += word.length();
        boldLetters += bold ? word.length() : 0;
    }

    private boolean endsWithBreak() {
        char last = text.charAt(text.length() - 1);
        return last == '\t' || last == '\n';
    }

    /** Ends a cell of a table row. */
    void tab() {
        text.append('\t');
    }

    void endLine() {
        while (text.length() > lineStart && text.charAt(text.length() - 1) == '\t') {
            text.setLength(text.length() - 1);
        }
        if (text.length() > lineStart) {
            float size = letters == 0 ? 0 : (float) (sizeSum / letters);
            lines.add(new Line(lineStart, text.length(), size, boldLetters * 2 > letters, 0));
            text.append('\n');
        }
        lineStart = text.length();
        sizeSum = 0;
        letters = 0;
        boldLetters = 0;
    }

    /** Leaves an empty line, unless there is one already. */
    void endParagraph() {
        endLine();
        int length = text.length();
        if (length > 1 && text.charAt(length - 2) != '\n') {
            text.append('\n');
            lineStart = text.length();
        }
    }

    PageText toPage(int number, PageText.Source source) {
        endLine();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return new PageText(
                number,
                (float) width,
                (float) height,
                text.substring(0, end),
                words,
                lines,
                end == 0 ? PageText.Source.NONE : source);
    }

    private Box fractions(Rectangle2D.Double place) {
        double x0 = clamp(place.x / width);
        double y0 = clamp(place.y / height);
        double x1 = clamp((place.x + place.width) / width);
        double y1 = clamp((place.y + place.height) / height);
        return new Box((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
    }

    private static double clamp(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
