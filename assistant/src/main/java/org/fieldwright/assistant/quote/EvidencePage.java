package org.fieldwright.assistant.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.Words;
import org.fieldwright.domain.manual.PageSpan;
import org.fieldwright.domain.manual.PageText;

/**
 * A page that a found passage stands on, cut into stretches.
 *
 * @param rank the passage's place among the evidence, from 0
 * @param page empty when the manual was deleted since the search; then {@code text} is the passage alone
 * @param stretches of the whole page, in order
 */
public record EvidencePage(
        Evidence evidence, int rank, int number, Optional<PageText> page, String text, List<Stretch> stretches) {

    /** The stretches that belong to the passage. */
    public List<Stretch> inPassage() {
        return page.isEmpty()
                ? stretches
                : stretches.stream().filter(this::isInPassage).toList();
    }

    /** Whether a stretch belongs to the passage, not only to the page. */
    public boolean isInPassage(Stretch stretch) {
        return page.isEmpty()
                || evidence.passage().spans().stream()
                        .filter(span -> span.page() == number)
                        .anyMatch(span -> overlaps(span, stretch));
    }

    private static boolean overlaps(PageSpan span, Stretch stretch) {
        return span.start() < stretch.end() && span.end() > stretch.start();
    }

    /** The stretch of the passage that shares most with some words; empty when the passage holds no words. */
    public Optional<Stretch> closestTo(String words) {
        return inPassage().stream().max(Comparator.comparingDouble(stretch -> Words.shared(stretch.text(), words)));
    }

    /** The headings, the manual's title and its equipment: what the page is about. */
    public String about() {
        List<String> about = new ArrayList<>(evidence.passage().headings());
        about.add(evidence.manual().title());
        about.add(evidence.manual().fileName());
        about.add(evidence.manual().equipment().inWords());
        return String.join("\n", about);
    }
}
