package org.fieldwright.domain.mirror;

import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.ServiceTitanException;

/** Reads feeds from ServiceTitan. */
public interface FeedSource {
    /** Where a feed begins. */
    String BEGINNING = "";

    /**
     * The next part of a feed.
     *
     * @param position {@link #BEGINNING}, or what the last part said
     * @throws ServiceTitanException when it cannot be had; the position stays good
     */
    Part next(Feed feed, String position);

    /**
     * One record as it is now; empty when it is not there (any more).
     *
     * @throws ServiceTitanException when it cannot be had
     */
    Optional<Copy> read(Kind kind, long id);

    /** Whether {@link #read} can be asked for this kind. */
    boolean readsOne(Kind kind);

    /**
     * A part of a feed.
     *
     * @param unreadable rows that are no record, each with a reason; they do not hold up the others
     * @param position where the next part begins
     * @param more whether there is more to be had at once
     * @param whole with this part a short list has been read as a whole: what no part since its beginning held is gone
     */
    record Part(List<Copy> copies, List<Unreadable> unreadable, String position, boolean more, boolean whole) {
        public Part {
            copies = List.copyOf(copies);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * A row that is no record.
     *
     * @param json the row as it came, cut at 10,000 characters
     * @param reason in words for people
     */
    record Unreadable(String json, String reason) {}
}
