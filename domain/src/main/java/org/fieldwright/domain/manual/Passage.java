package org.fieldwright.domain.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a manual small enough to be found and quoted: a paragraph group, a procedure, a table with its header, a
 * figure's caption. Follows the manual's sections and never loses its page.
 *
 * @param id unique in the database, for ever; 0 before it is stored
 * @param edition the edition of the manual it belongs to
 * @param ordinal its place in the manual, from 0
 * @param headings the titles above it, outermost first
 * @param text as on the page, lines separated by {@code \n}
 * @param spans where the text stands, in order; at least one
 */
public record Passage(
        long id,
        ManualId manual,
        int edition,
        int ordinal,
        PassageKind kind,
        List<String> headings,
        String text,
        List<PageSpan> spans) {
    public Passage {
        headings = List.copyOf(headings);
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a passage stands on a page");
        }
    }

    /** The page it begins on, from 1. */
    public int page() {
        return spans.getFirst().page();
    }

    /**
     * The text under its headings and what its manual is about: what its vector is made of, because questions name the
     * equipment and pages seldom do.
     */
    public String inContext(String about) {
        return Stream.concat(Stream.of(about), Stream.concat(headings.stream(), Stream.of(text)))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    public Passage withId(long newId) {
        return new Passage(newId, manual, edition, ordinal, kind, headings, text, spans);
    }
}
