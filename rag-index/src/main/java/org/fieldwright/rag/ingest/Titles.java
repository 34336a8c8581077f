package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the titles of a manual from its running text, and keeps track of which titles stand above a place. */
final class Titles {
    private static final int LONGEST = 110;
    private static final int MOST_WORDS = 16;
    private static final int DEEPEST = 5;

    /** 3 · 3.2 · 3.2.1. · A.1 · Chapter 4 · Appendix B, then a title. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:(?:chapter|section|appendix|kapitel|chapitre|annex)\\s+)?((?:\\d{1,2}|[A-Z])(?:\\.\\d{1,2}){0,4})\\.?\\s+\\p{Lu}.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BULLET = Pattern.compile("[•●○◦▪■⚫–—*·►▶-]\\s?.*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.;,!?]");

    private final float bodySize;
    private final boolean bodyBold;
    private final List<Title> above = new ArrayList<>();

    /** A title above the current place. */
    private record Title(String text, float size, boolean bold, int level, int numberDepth) {
        /** Whether the other one belongs under this one. */
        boolean isAbove(Title other) {
            if (level > 0 && other.level > 0) {
                return level < other.level;
            }
            if (numberDepth > 0 && other.numberDepth > 0 && Math.abs(size - other.size) < 6) {
                return numberDepth < other.numberDepth;
            }
            if (Math.abs(size - other.size) > 0.6) {
                return size > other.size;
            }
            return bold && !other.bold;
        }
    }

    Titles(List<List<PageLine>> pages) {
        Map<Float, Integer> bySize = new HashMap<>();
        int boldLetters = 0;
        int letters = 0;
        for (List<PageLine> page : pages) {
            for (PageLine line : page) {
                bySize.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum);
                boldLetters += line.bold() ? line.text().length() : 0;
                letters += line.text().length();
            }
        }
        bodySize = bySize.entrySet().stream()
                .max(Map.Entry.<Float, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(Map.Entry::getKey)
                .orElse(0f);
        bodyBold = boldLetters * 2 > letters;
    }

    boolean isTitle(PageLine line) {
        String text = line.text().strip();
        if (line.level() > 0) {
            return true;
        }
        if (line.isTableRow() || text.length() > LONGEST || text.split("\\s+").length > MOST_WORDS) {
            return false;
        }
        long letters = text.chars().filter(Character::isLetter).count();
        if (letters < 3
                || letters * 2 < text.replace(" ", "").length()
                || BULLET.matcher(text).matches()) {
            return false;
        }
        boolean numbered = NUMBERED.matcher(text).matches();
        boolean ends = SENTENCE_END.matcher(text).matches() && !numbered;
        boolean bigger = bodySize > 0 && line.size() >= bodySize * 1.14;
        boolean muchBigger = bodySize > 0 && line.size() >= bodySize * 1.35;
        boolean stands = line.startsParagraph() || line.endsParagraph();
        boolean bold = line.bold() && !bodyBold;
        if (muchBigger || (bigger && stands && !ends)) {
            return true;
        }
        if (line.size() > 0 && line.size() < bodySize * 0.95) {
            return false;
        }
        char first = text.charAt(0);
        boolean opens = Character.isUpperCase(first) || Character.isDigit(first) || !Character.isLetter(first);
        if (bold && line.startsParagraph() && opens && !ends) {
            return true;
        }
        boolean alone = line.startsParagraph() && line.endsParagraph();
        boolean shouting = letters >= 5
                && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && !text.equals(text.toLowerCase(java.util.Locale.ROOT));
        return alone && !ends && (shouting || (numbered && bodySize > 0 && text.length() < 80));
    }

    /** Notes a title; those it ends are forgotten. */
    void enter(List<PageLine> lines) {
        PageLine first = lines.getFirst();
        StringBuilder text = new StringBuilder();
        for (PageLine line : lines) {
            text.append(text.isEmpty() ? "" : " ").append(line.text().strip());
        }
        Matcher number = NUMBERED.matcher(text);
        int depth = number.matches()
                ? (int) number.group(1).chars().filter(c -> c == '.').count() + 1
                : 0;
        Title title = new Title(text.toString(), first.size(), first.bold(), first.level(), depth);
        while (!above.isEmpty() && !above.getLast().isAbove(title)) {
            above.removeLast();
        }
        above.add(title);
        if (above.size() > DEEPEST) {
            above.removeFirst();
        }
    }

    /** Whether two title lines are one title in two lines. */
    static boolean goesOn(PageLine title, PageLine next) {
        return title.page() == next.page()
                && !title.endsParagraph()
                && title.level() == 0
                && Math.abs(title.size() - next.size()) < 0.5
                && title.bold() == next.bold()
                && !NUMBERED.matcher(next.text().strip()).matches();
    }

    List<String> trail() {
        return above.stream().map(Title::text).toList();
    }
}
