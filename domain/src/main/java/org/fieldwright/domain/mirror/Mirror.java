package org.fieldwright.domain.mirror;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Trouble;

/** The copies and how far each feed is. */
public interface Mirror {
    /**
     * Keeps a part of a feed and moves the feed on, both or neither. An older copy never replaces a newer one; a copy the storage refuses is
     * put aside with its reason.
     *
     * @return how many copies are new or different
     */
    int keep(Feed feed, FeedSource.Part part, Instant now);

    /** Keeps one record that was read by itself, unless a newer one is there. */
    void keep(Kind kind, Copy copy, Instant now);

    /** The record is not there any more. */
    void gone(Kind kind, long id, Instant now);

    Optional<Copy> find(Kind kind, long id);

    /** How many records of each kind there are, without those that are deleted. */
    Map<Kind, Integer> counts();

    /** Every feed, in the order of {@link Feed}. */
    List<FeedState> feeds();

    FeedState feed(Feed feed);

    /** The feed is to be read from now on. */
    void run(Feed feed, Instant now);

    /** The feed is left alone from now on; where it is stays known. */
    void pause(Feed feed);

    /** A try failed; the feed stays where it is. */
    void failed(Feed feed, Trouble why, String reason, Instant next);

    /** The feed has nothing more for now. */
    void resting(Feed feed, Instant next);

    /** The feed begins anew; its copies stay until they are read again. */
    void rewind(Feed feed, Instant now);

    /** What was put aside and is not settled, newest first. */
    List<PutAside> putAside(int first, int max);

    int countPutAside();

    /**
     * A row that is no record, or that the storage refused. It goes away when its record arrives in order.
     *
     * @param id of the record, where it could be read
     */
    record PutAside(Feed feed, Optional<Long> id, String json, String reason, Instant at) {}
}
