package org.fieldwright.assistant.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Highlight;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.PageText;

/** Collects quotes and numbers the pages they stand on: a page has one number, however often it is quoted. */
public final class Citations {
    private record Page(ManualId manual, int number) {}

    private static final class Entry {
        private final int number;
        private final Evidence evidence;
        private final Optional<PageText> page;
        private final int pageNumber;
        private final List<Stretch> quotes = new ArrayList<>();

        Entry(int number, Evidence evidence, int pageNumber, Optional<PageText> page) {
            this.number = number;
            this.evidence = evidence;
            this.pageNumber = pageNumber;
            this.page = page;
        }
    }

    private final Map<Page, Entry> entries = new LinkedHashMap<>();

    /** The number of a page, whether it was cited before or not. */
    public int numberOf(Evidence evidence, int pageNumber, Optional<PageText> page) {
        return entry(evidence, pageNumber, page).number;
    }

    /** Quotes from a page and answers the page's number. */
    public int cite(Evidence evidence, int pageNumber, Optional<PageText> page, Stretch quote) {
        Entry entry = entry(evidence, pageNumber, page);
        if (entry.quotes.stream().noneMatch(own -> own.start() == quote.start() && own.end() == quote.end())) {
            entry.quotes.add(quote);
        }
        return entry.number;
    }

    private Entry entry(Evidence evidence, int pageNumber, Optional<PageText> page) {
        return entries.computeIfAbsent(
                new Page(evidence.manual().id(), pageNumber),
                key -> new Entry(entries.size() + 1, evidence, pageNumber, page));
    }

    /** The citations by number. */
    public List<Citation> all() {
        return entries.values().stream().map(Citations::citation).toList();
    }

    private static Citation citation(Entry entry) {
        List<Stretch> inOrder = entry.quotes.stream()
                .sorted(Comparator.comparingInt(Stretch::start))
                .toList();
        return new Citation(
                entry.number,
                entry.evidence.manual().id(),
                entry.evidence.manual().title(),
                entry.pageNumber,
                entry.evidence.passage().id(),
                quote(inOrder),
                boxes(entry, inOrder),
                entry.evidence.scores());
    }

    /** Each quote in a line of its own. */
    private static String quote(List<Stretch> inOrder) {
        return inOrder.stream().map(Stretch::text).collect(Collectors.joining("\n"));
    }

    private static List<Box> boxes(Entry entry, List<Stretch> inOrder) {
        return entry.page.stream()
                .flatMap(page -> inOrder.stream()
                        .flatMap(stretch -> Highlight.boxes(page, stretch.start(), stretch.end()).stream()))
                .distinct()
                .toList();
    }
}
