package org.fieldwright.web.manual;

import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.manual.Manual;

/**
 * Where one can go from a page.
 *
 * @param asked the question one came from; null when one came otherwise
 */
public record PageMoves(Manual manual, int number, Exchange asked) {
    /** The address of the page before; blank on the first. */
    public String previous() {
        return number > 1 ? page(number - 1) : "";
    }

    /** The address of the page behind; blank on the last. */
    public String next() {
        return number < manual.pages() ? page(number + 1) : "";
    }

    /** The address of any page of the manual, its number as {@code 0}, for the page field. */
    public String anyPage() {
        return page(0);
    }

    /** Back to the answer, or to the manuals. */
    public String back() {
        return asked == null ? "/manuals" : "/ask/" + asked.conversation() + "#q" + asked.number();
    }

    public String backInWords() {
        return asked == null ? "Back to the manuals" : "Back to the answer";
    }

    private String page(int other) {
        return "/manuals/%s/pages/%d%s".formatted(manual.id(), other, asked == null ? "" : "?exchange=" + asked.id());
    }
}
