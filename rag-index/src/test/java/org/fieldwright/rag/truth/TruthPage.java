package org.fieldwright.rag.truth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.fieldwright.domain.manual.Box;

/** Fills a sheet with text or rows, and remembers where the facts stand. */
final class TruthPage {
    private static final float MARGIN = 56;
    private static final float SIZE = 11;
    private static final float LEADING = 15;
    private static final int ROWS = 14;

    private final TruthSheet sheet;
    private final TruthWords words;
    private final long seed;
    private final List<TruthFact> facts = new ArrayList<>();

    TruthPage(TruthSheet sheet, TruthWords words, long seed) {
        this.sheet = sheet;
        this.words = words;
        this.seed = seed;
    }

    /** Draws the page; the facts that it tells. */
    List<TruthFact> draw() throws IOException {
        sheet.text(TruthSheet.PLAIN, 8, MARGIN, 30, "Test Rig TR-" + seed + " Bracket Manual");
        sheet.text(TruthSheet.PLAIN, 8, sheet.across() - MARGIN - 20, sheet.down() - 24, "" + sheet.number());
        if (sheet.layout() == TruthLayout.TABLE) {
            table();
        } else {
            prose();
        }
        return facts;
    }

    private void prose() throws IOException {
        if (sheet.layout() == TruthLayout.TWO_COLUMNS) {
            float width = (sheet.across() - 2 * MARGIN - 24) / 2;
            float down = section(MARGIN, 70, width, "Brackets of frame " + sheet.number());
            fill(MARGIN, down, width);
            // The text of the first column goes on in the second.
            float second = MARGIN + width + 24;
            down = paragraph(second, 70, width, fillers(5));
            fill(second, section(second, down + 14, width, "More of frame " + sheet.number()), width);
        } else {
            section(MARGIN, 70, sheet.across() - 2 * MARGIN, "Brackets of frame " + sheet.number());
        }
    }

    private float section(float along, float from, float width, String title) throws IOException {
        sheet.text(TruthSheet.BOLD, 15, along, from, title);
        float down = paragraph(along, from + 26, width, fillers(2));
        down = fact(along, down, width);
        return paragraph(along, down, width, fillers(3));
    }

    private void fill(float along, float from, float width) throws IOException {
        float down = from;
        while (down < sheet.down() * 0.7) {
            down = paragraph(along, down, width, fillers(4));
        }
    }

    private String fillers(int count) {
        StringBuilder text = new StringBuilder(words.filler());
        for (int i = 1; i < count; i++) {
            text.append(' ').append(words.filler());
        }
        return text.toString();
    }

    private float fact(float along, float down, float width) throws IOException {
        String word = words.next();
        String sentence = "Tighten the screw of the " + word + " bracket to a torque of " + words.torque()
                + " in-lb and mark its head.";
        List<Box> lines = new ArrayList<>();
        Box place = null;
        float at = down;
        for (String line : broken(sentence, width)) {
            sheet.text(TruthSheet.PLAIN, SIZE, along, at, line);
            lines.add(sheet.place(TruthSheet.PLAIN, SIZE, along, at, width(line)));
            if (line.contains(word)) {
                float before = width(line.substring(0, line.indexOf(word)));
                place = sheet.place(TruthSheet.PLAIN, SIZE, along + before, at, width(word));
            }
            at += LEADING;
        }
        facts.add(new TruthFact(sheet.number(), word, place, lines));
        return at + LEADING / 2;
    }

    private float paragraph(float along, float down, float width, String text) throws IOException {
        float at = down;
        for (String line : broken(text, width)) {
            sheet.text(TruthSheet.PLAIN, SIZE, along, at, line);
            at += LEADING;
        }
        return at + LEADING / 2;
    }

    private static List<String> broken(String text, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text) {
        return TruthSheet.width(TruthSheet.PLAIN, SIZE, text);
    }

    private void table() throws IOException {
        float[] columns = {MARGIN, MARGIN + 190, MARGIN + 290};
        float right = sheet.across() - MARGIN;
        float top = 76;
        float row = 24;
        String[] head = {"Bracket", "Torque", "Washer"};
        cells(TruthSheet.BOLD, columns, top, head);
        for (int i = 0; i < ROWS; i++) {
            float base = top + row * (i + 1);
            String word = words.next();
            String[] cells = {word + " bracket", words.torque() + " in-lb", i % 2 == 0 ? "flat" : "spring"};
            cells(TruthSheet.PLAIN, columns, base, cells);
            float end = columns[2] + width(cells[2]);
            facts.add(new TruthFact(
                    sheet.number(),
                    word,
                    sheet.place(TruthSheet.PLAIN, SIZE, columns[0], base, width(word)),
                    List.of(sheet.place(TruthSheet.PLAIN, SIZE, columns[0], base, end - columns[0]))));
        }
        for (int i = 0; i <= ROWS + 1; i++) {
            float at = top - 16 + row * i;
            sheet.rule(MARGIN - 6, at, right, at);
        }
        for (float column : new float[] {columns[0], columns[1], columns[2], right + 6}) {
            sheet.rule(column - 6, top - 16, column - 6, top - 16 + row * (ROWS + 1));
        }
    }

    private void cells(PDFont font, float[] columns, float base, String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            sheet.text(font, SIZE, columns[i], base, cells[i]);
        }
    }
}
