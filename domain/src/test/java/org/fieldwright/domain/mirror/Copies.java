package org.fieldwright.domain.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Made-up records. */
public final class Copies {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Copies() {}

    /** A job of a customer, as it was so many minutes after noon. */
    public static Copy job(long id, String status, int minute) {
        Instant modified = NOON.plus(Duration.ofMinutes(minute));
        String json =
                "{\"id\": %d, \"jobNumber\": \"%d\", \"jobStatus\": \"%s\", \"customerId\": 7, \"unknown\": {\"kept\": true}}"
                        .formatted(id, id, status);
        return new Copy(id, true, Optional.of(modified), json);
    }

    public static FeedSource.Part part(String position, boolean more, Copy... copies) {
        return new FeedSource.Part(List.of(copies), List.of(), position, more, false);
    }

    /** The end of a short list that is read as a whole. */
    public static FeedSource.Part whole(Copy... copies) {
        return new FeedSource.Part(List.of(copies), List.of(), FeedSource.BEGINNING, false, true);
    }

    public static Copy taxZone(long id) {
        return new Copy(id, true, Optional.empty(), "{\"id\": " + id + ", \"name\": \"Zone\"}");
    }
}
