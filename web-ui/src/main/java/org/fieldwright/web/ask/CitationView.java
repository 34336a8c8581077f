package org.fieldwright.web.ask;

import java.util.List;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.manual.Box;

/**
 * A cited page ready to be drawn.
 *
 * @param manual its id
 * @param address of the page with the passage marked
 * @param image address of the page's picture, still without its width
 */
public record CitationView(
        int number,
        String manual,
        String manualTitle,
        int page,
        String quote,
        String address,
        String image,
        List<Box> boxes) {
    public static CitationView of(Exchange exchange, Citation citation) {
        String page = "/manuals/%s/pages/%d".formatted(citation.manual(), citation.page());
        return new CitationView(
                citation.number(),
                citation.manual().toString(),
                citation.manualTitle(),
                citation.page(),
                citation.quote(),
                page + "?exchange=%s&passage=%d".formatted(exchange.id(), citation.passage()),
                "/api/v1" + page + "/image",
                citation.boxes());
    }

    /** The marks for scripts: x, y, width and height of each, in fractions of the page. */
    public String marks() {
        return boxes.stream()
                .map(box -> box.x() + "," + box.y() + "," + box.width() + "," + box.height())
                .collect(Collectors.joining(";"));
    }
}
