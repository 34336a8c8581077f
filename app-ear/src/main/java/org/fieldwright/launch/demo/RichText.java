package org.fieldwright.launch.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A text with bold words, broken into lines of a width. */
record RichText(List<List<RichText.Word>> lines, float size) {

    record Word(String text, PDFont font) {}

    /** @param text words between {@code **} are set in {@code bold} */
    static RichText broken(String text, PDFont font, PDFont bold, float size, float width) throws IOException {
        List<List<Word>> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        float used = 0;
        float space = Typeface.width(font, size, " ");
        for (Word word : words(text, font, bold)) {
            float needed = Typeface.width(word.font(), size, word.text());
            if (!line.isEmpty() && used + space + needed > width) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
            }
            used += needed + (line.isEmpty() ? 0 : space);
            line.add(word);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        return new RichText(lines, size);
    }

    private static List<Word> words(String text, PDFont font, PDFont bold) {
        List<Word> words = new ArrayList<>();
        boolean inBold = false;
        for (String part : text.split(" +", -1)) {
            boolean opens = part.startsWith("**");
            String bare = part.replace("**", "");
            if (!bare.isEmpty()) {
                words.add(new Word(bare, inBold || opens ? bold : font));
            }
            boolean closes = part.indexOf("**", opens ? 2 : 0) >= 0;
            inBold = (inBold || opens) && !closes;
        }
        return words;
    }

    float height(float leading) {
        return lines.size() * leading;
    }
}
