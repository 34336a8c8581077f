package org.fieldwright.assistant.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.assistant.quote.Stretch.Kind;

/**
 * Cuts a page's text into {@link Stretch}es. The text comes from PDFs: sentences run over lines, words are hyphenated at
 * line ends, lists have many kinds of bullets, tables have tabs between cells and may have cells of several lines.
 */
public final class Stretches {
    private static final Pattern BULLET =
            Pattern.compile("^(?:[•▪■●◦○◆◊►▶➢➔→‣⁃∙·✓*–—-]\\s+(?=\\S)|[\\uE000-\\uF8FF]\\s*)");
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:\\(?\\d{1,2}[.)](?!\\d)\\s*(?=\\S)|\\(?[a-zA-Z][.)]\\s+(?=\\S)|(?i:step|schritt|steg|étape|paso|stap)\\s+\\d{1,2}\\b[.:]?\\s*)");
    private static final Pattern WARNING = Pattern.compile("^[^\\p{L}\\p{N}]{0,4}(?:DANGER|WARNING|CAUTION|ATTENTION|"
            + "IMPORTANT|NOTICE|GEFAHR|WARNUNG|VORSICHT|ACHTUNG|AVERTISSEMENT|PRUDENCE|MISE EN GARDE|FARA|VARNING|"
            + "OBSERVERA|VIKTIGT|ADVERTENCIA|PRECAUCI[OÓ]N|PELIGRO|AVVERTENZA|ATTENZIONE|PERICOLO|WAARSCHUWING|LET OP|"
            + "GEVAAR|OSTRZEŻENIE|UWAGA|ВНИМАНИЕ|ОСТОРОЖНО|ПРЕДУПРЕЖДЕНИЕ|Danger|Warning|Caution)\\b[^\\p{Ll}]{0,3}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…](?:[)\"”»']*)(?=\\s+[\\p{Lu}\\p{N}(\"“«•])");
    private static final Pattern ABBREVIATED = Pattern.compile("(?iu)(?:^|.*[\\s(])(?:approx|max|min|no|nr|fig|tab|sec|"
            + "chap|e\\.g|i\\.e|etc|z\\.b|d\\.h|bzw|ca|resp|incl|inkl|excl|vs|pp?|art|abb|bild|kap|t\\.ex|bl\\.a|osv|dvs|"
            + "env|ex|réf|pag|рис|табл|т\\.е|см|\\p{L})\\.$");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…:;][)\"”»']*$");
    private static final int LONGEST_TITLE = 90;

    private final String text;
    private final List<Stretch> stretches = new ArrayList<>();
    private int block;

    private record Line(int start, int end, String text) {
        boolean isBlank() {
            return text.isBlank();
        }

        boolean isRow() {
            return text.strip().indexOf('\t') >= 0;
        }
    }

    private Stretches(String text) {
        this.text = text;
    }

    /**
     * The stretches of a part of a page's text, in order. Every character that is not white space is in exactly one.
     *
     * @param start offset to begin at
     * @param end offset to end before
     */
    public static List<Stretch> of(String text, int start, int end) {
        Stretches cut = new Stretches(text);
        cut.cut(cut.lines(Math.max(0, start), Math.min(end, text.length())));
        return List.copyOf(cut.stretches);
    }

    private List<Line> lines(int start, int end) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        while (from < end) {
            int to = text.indexOf('\n', from);
            to = to < 0 || to > end ? end : to;
            lines.add(new Line(from, to, text.substring(from, to)));
            from = to + 1;
        }
        return lines;
    }

    private void cut(List<Line> lines) {
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
                continue;
            }
            int end = at;
            boolean row = lines.get(at).isRow();
            while (end < lines.size()
                    && !lines.get(end).isBlank()
                    && lines.get(end).isRow() == row) {
                end++;
            }
            if (row) {
                cutTable(lines.subList(at, end));
            } else {
                cutText(lines.subList(at, end));
            }
            at = end;
        }
    }

    private void cutTable(List<Line> rows) {
        block++;
        for (int i = 0; i < rows.size(); i++) {
            boolean head = i == 0 && rows.size() > 1;
            add(head ? Kind.HEAD : Kind.ROW, rows.get(i).start(), rows.get(i).end());
        }
    }

    private void cutText(List<Line> lines) {
        block++;
        int widest = lines.stream()
                .mapToInt(line -> line.text().strip().length())
                .max()
                .orElse(0);
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || beginsAnew(lines, i, widest)) {
                addItem(lines.subList(from, i));
                from = i;
            }
        }
    }

    /** Whether a line begins something new rather than going on with the line before it. */
    private static boolean beginsAnew(List<Line> lines, int at, int widest) {
        String line = lines.get(at).text().strip();
        String before = lines.get(at - 1).text().strip();
        if (BULLET.matcher(line).find()
                || NUMBERED.matcher(line).find()
                || WARNING.matcher(line).find()) {
            return true;
        }
        boolean upper = Character.isUpperCase(line.codePointAt(0));
        boolean early = before.length() < widest * 0.7;
        return upper && early && !before.endsWith(",") && !before.endsWith("-");
    }

    private void addItem(List<Line> lines) {
        int start = lines.getFirst().start();
        int end = lines.getLast().end();
        String item = text.substring(start, end).strip();
        if (WARNING.matcher(item).find()) {
            add(Kind.WARNING, start, end);
        } else if (NUMBERED.matcher(item).find() || BULLET.matcher(item).find()) {
            add(Kind.STEP, start, end);
        } else if (lines.size() == 1
                && item.length() <= LONGEST_TITLE
                && !ENDS_SENTENCE.matcher(item).find()) {
            add(Kind.TITLE, start, end);
        } else {
            addSentences(start, end);
        }
    }

    private void addSentences(int start, int end) {
        Matcher stop = SENTENCE_END.matcher(text).region(start, end);
        stop.useTransparentBounds(true);
        int from = start;
        while (stop.find()) {
            if (stop.end() < end
                    && !ABBREVIATED
                            .matcher(text.substring(from, stop.start() + 1).replaceAll("\\s+", " "))
                            .matches()) {
                add(Kind.SENTENCE, from, stop.end());
                from = stop.end();
            }
        }
        add(Kind.SENTENCE, from, end);
    }

    private void add(Kind kind, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            stretches.add(new Stretch(kind, block, from, to, inOneLine(text.substring(from, to))));
        }
    }

    /** Line breaks become spaces; behind a hyphen they vanish, the hyphen stays as it is printed. */
    static String inOneLine(String quote) {
        return quote.strip()
                .replaceAll("(?<=\\p{L})-[ \\t]*\\R[ \\t]*(?=\\p{Ll})", "-")
                .replaceAll("[ \\t]*\\R[ \\t]*", " ")
                .replaceAll("[ \\u00A0]{2,}", " ");
    }
}
