package org.fieldwright.rag.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.PassageCutter;
import org.fieldwright.domain.manual.PassageKind;

/**
 * Cuts by sections: a title begins a passage, paragraphs are added until the passage is full, procedures and tables stay
 * together as far as they fit. A passage never leaves its page.
 */
@ApplicationScoped
class SectionCutter implements PassageCutter {
    /** In words: what a passage wants to have, and what it must not pass (the embedding's window is 512 tokens). */
    private static final int FULL = 110;

    private static final int MOST = 180;
    private static final int SMALL = 40;

    private static final Pattern STEP =
            Pattern.compile("(?:step\\s+)?\\(?(?:\\d{1,2}|[a-z])[.):]\\s+\\S.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPTION = Pattern.compile(
            "(?:fig(?:ure|\\.)?|abb(?:ildung|\\.)?|bild|рис(?:унок|\\.)?)\\s*\\d+.*", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Passage> cut(ManualId manual, int edition, List<PageText> pages) {
        List<List<PageLine>> lines = pages.stream().map(PageLine::of).toList();
        RunningLines running = new RunningLines(lines);
        List<List<PageLine>> kept = lines.stream()
                .map(page ->
                        page.stream().filter(line -> !running.contains(line)).toList())
                .toList();
        Titles titles = new Titles(kept);
        PassagePile pile = new PassagePile(manual, edition, pages);
        for (List<PageLine> page : kept) {
            cutPage(page, titles, pile);
        }
        return pile.passages();
    }

    private static void cutPage(List<PageLine> page, Titles titles, PassagePile pile) {
        int i = 0;
        while (i < page.size()) {
            if (titles.isTitle(page.get(i))) {
                int end = i + 1;
                while (end < page.size()
                        && titles.isTitle(page.get(end))
                        && Titles.goesOn(page.get(end - 1), page.get(end))) {
                    end++;
                }
                List<PageLine> title = page.subList(i, end);
                titles.enter(title);
                boolean joinsSmall = pile.weight() < SMALL && pile.isOnlyTitles();
                if (!joinsSmall) {
                    pile.end();
                }
                pile.title(title, titles.trail());
                i = end;
                continue;
            }
            int end = i + 1;
            while (end < page.size()
                    && !titles.isTitle(page.get(end))
                    && !page.get(end).startsParagraph()) {
                end++;
            }
            addParagraph(page.subList(i, end), titles.trail(), pile);
            i = end;
        }
        pile.end();
    }

    private static void addParagraph(List<PageLine> paragraph, List<String> trail, PassagePile pile) {
        PassageKind kind = kindOf(paragraph);
        int weight = paragraph.stream().mapToInt(PageLine::weight).sum();
        if (kind == PassageKind.TABLE) {
            pile.table(paragraph, trail, FULL, MOST);
            return;
        }
        boolean fits = pile.weight() + weight <= MOST;
        if (!pile.isOnlyTitles() && (!fits || pile.weight() >= FULL)) {
            pile.end();
        }
        for (PageLine line : paragraph) {
            if (pile.weight() + line.weight() > MOST) {
                pile.end();
            }
            pile.add(line, kind, trail, MOST);
        }
    }

    static PassageKind kindOf(List<PageLine> paragraph) {
        long rows = paragraph.stream().filter(PageLine::isTableRow).count();
        if (rows >= 2 && rows * 10 >= paragraph.size() * 6L) {
            return PassageKind.TABLE;
        }
        if (CAPTION.matcher(paragraph.getFirst().text().strip()).matches()) {
            return PassageKind.FIGURE;
        }
        return STEP.matcher(paragraph.getFirst().text().strip()).matches() ? PassageKind.PROCEDURE : PassageKind.TEXT;
    }
}
