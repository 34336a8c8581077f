package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.PageSpan;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.PassageKind;

/** Collects lines to passages. What a passage says is always what its stretches of the pages say. */
final class PassagePile {
    private final ManualId manual;
    private final int edition;
    private final Map<Integer, String> texts = new java.util.HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<PageSpan> spans = new ArrayList<>();
    private final Map<PassageKind, Integer> kinds = new EnumMap<>(PassageKind.class);
    private List<String> trail = List.of();
    private int weight;
    private boolean onlyTitles = true;

    PassagePile(ManualId manual, int edition, List<PageText> pages) {
        this.manual = manual;
        this.edition = edition;
        pages.forEach(page -> texts.put(page.number(), page.text()));
    }

    int weight() {
        return weight;
    }

    boolean isOnlyTitles() {
        return onlyTitles;
    }

    void title(List<PageLine> lines, List<String> newTrail) {
        trail = newTrail;
        for (PageLine line : lines) {
            append(new PageSpan(line.page(), line.start(), line.end()));
            weight += line.weight();
        }
    }

    /** Adds a line; one that is longer than a whole passage is cut between sentences or words. */
    void add(PageLine line, PassageKind kind, List<String> newTrail, int most) {
        trail = newTrail;
        onlyTitles = false;
        int start = line.start();
        while (PageLine.weightOf(texts.get(line.page()).substring(start, line.end())) > most) {
            int cut = cutPoint(texts.get(line.page()), start, line.end(), most);
            put(new PageSpan(line.page(), start, cut), kind);
            end();
            onlyTitles = false;
            trail = newTrail;
            start = cut;
            while (start < line.end()
                    && Character.isWhitespace(texts.get(line.page()).charAt(start))) {
                start++;
            }
        }
        if (start < line.end()) {
            put(new PageSpan(line.page(), start, line.end()), kind);
        }
    }

    /** The last end of a sentence that leaves less than the most, or of a word, or wherever. */
    private static int cutPoint(String text, int start, int end, int most) {
        int furthest = Math.min(end, start + most * 5);
        for (int i = furthest; i > start + most * 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1)) && i >= 2 && ".!?;".indexOf(text.charAt(i - 2)) >= 0) {
                return i - 1;
            }
        }
        for (int i = furthest; i > start + most * 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i - 1;
            }
        }
        return Character.isHighSurrogate(text.charAt(furthest - 1)) ? furthest - 1 : furthest;
    }

    private void put(PageSpan span, PassageKind kind) {
        append(span);
        int added = PageLine.weightOf(texts.get(span.page()).substring(span.start(), span.end()));
        weight += added;
        kinds.merge(kind, added, Integer::sum);
    }

    /** Adds the rows of a table; when they do not fit into one passage, each gets the table's first row on top. */
    void table(List<PageLine> rows, List<String> newTrail, int full, int most) {
        int all = rows.stream().mapToInt(PageLine::weight).sum();
        if (weight + all > most && !onlyTitles) {
            end();
        }
        PageLine head = rows.getFirst();
        boolean hasHead = isHead(head);
        boolean first = true;
        for (PageLine row : rows) {
            if (weight > 0 && (weight + row.weight() > most || weight > full)) {
                end();
                if (hasHead && !first && head.weight() * 4 < most) {
                    add(head, PassageKind.TABLE, newTrail, most);
                }
            }
            add(row, PassageKind.TABLE, newTrail, most);
            first = false;
        }
    }

    /** The head of a table names its columns: words in most cells, hardly a number. */
    private static boolean isHead(PageLine row) {
        String[] cells = row.text().split("\t", -1);
        int named = 0;
        for (String cell : cells) {
            boolean number = cell.strip().matches("[^\\p{L}]*\\d.*");
            named += cell.isBlank() || number ? 0 : 1;
        }
        return named * 3 >= cells.length * 2;
    }

    private void append(PageSpan span) {
        if (!spans.isEmpty()) {
            PageSpan last = spans.getLast();
            if (last.page() == span.page()
                    && last.end() <= span.start()
                    && texts.get(span.page())
                            .substring(last.end(), span.start())
                            .isBlank()) {
                spans.set(spans.size() - 1, new PageSpan(last.page(), last.start(), span.end()));
                return;
            }
        }
        spans.add(span);
    }

    /** Closes the current passage. */
    void end() {
        if (!spans.isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (PageSpan span : spans) {
                text.append(text.isEmpty() ? "" : "\n").append(texts.get(span.page()), span.start(), span.end());
            }
            passages.add(new Passage(
                    0, manual, edition, passages.size(), kind(), trail, text.toString(), List.copyOf(spans)));
        }
        spans.clear();
        kinds.clear();
        weight = 0;
        onlyTitles = true;
    }

    private PassageKind kind() {
        return kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(PassageKind.TEXT);
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }
}
