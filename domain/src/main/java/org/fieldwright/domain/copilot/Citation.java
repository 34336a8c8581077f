package org.fieldwright.domain.copilot;

import java.util.List;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.ManualId;

/**
 * Where a claim is written.
 *
 * @param number from 1, as shown beside the claim
 * @param page from 1, the page's place in the file
 * @param passage the id of the passage it comes from
 * @param quote word for word as on the page; several quotes of one page in lines of their own
 * @param boxes where the quote stands on the page; empty for a file without fixed pages
 */
public record Citation(
        int number,
        ManualId manual,
        String manualTitle,
        int page,
        long passage,
        String quote,
        List<Box> boxes,
        Scores scores) {
    public Citation {
        boxes = List.copyOf(boxes);
    }
}
