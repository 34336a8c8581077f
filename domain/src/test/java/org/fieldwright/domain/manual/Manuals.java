package org.fieldwright.domain.manual;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Manuals for tests. */
public final class Manuals {
    public static final Instant UPLOADED = Instant.parse("2026-03-02T14:05:00Z").truncatedTo(ChronoUnit.MICROS);

    private Manuals() {}

    /** A manual that waits to be read. */
    public static Manual waiting(String title, String sha256) {
        return new Manual(
                ManualId.random(),
                title,
                title + ".pdf",
                "application/pdf",
                sha256,
                1000,
                Equipment.UNKNOWN,
                ManualState.WAITING,
                0,
                0,
                0,
                Optional.empty(),
                "",
                "admin@demo.fieldwright",
                UPLOADED,
                UPLOADED,
                0);
    }

    /** The same manual, read: the state in which it is handed to {@link ManualLibrary#switchEdition}. */
    public static Manual read(Manual manual, Equipment equipment, int pages) {
        return manual.ready(manual.title(), equipment, manual.mediaType(), pages, manual.changedAt());
    }

    public static PageText page(int number, String text) {
        return new PageText(number, 612, 792, text, List.of(), PageText.Source.TEXT);
    }

    /** The whole text of a page as a passage. */
    public static Passage passage(Manual manual, int ordinal, PageText page) {
        return new Passage(
                0,
                manual.id(),
                manual.edition(),
                ordinal,
                PassageKind.TEXT,
                List.of(),
                page.text(),
                List.of(new PageSpan(page.number(), 0, page.text().length())));
    }

    /** Sixty-four hex digits that begin with the number. */
    public static String sha256(int number) {
        return String.format("%064x", number);
    }
}
