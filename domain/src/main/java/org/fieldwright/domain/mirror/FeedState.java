package org.fieldwright.domain.mirror;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * How far a feed is.
 *
 * @param position where it goes on
 * @param records how many records it brought in this round, from the beginning
 * @param caughtUpAt when it last had nothing more; empty until the first load is done
 * @param readAt when it was last read with success
 * @param failures in a row
 * @param trouble why the last try failed
 * @param reason the same in words; blank when it did not
 * @param nextAt when it is read again; empty when paused
 */
public record FeedState(
        Feed feed,
        Mode mode,
        String position,
        long records,
        Optional<Instant> startedAt,
        Optional<Instant> caughtUpAt,
        Optional<Instant> readAt,
        int failures,
        Optional<Trouble> trouble,
        String reason,
        Optional<Instant> nextAt) {
    public FeedState {
        requireNonNull(feed, "feed");
        requireNonNull(mode, "mode");
    }

    /** What a feed is told to do. */
    public enum Mode {
        /** Never started, or paused by an administrator. */
        PAUSED,
        RUNNING
    }

    public static FeedState untouched(Feed feed) {
        return new FeedState(
                feed,
                Mode.PAUSED,
                FeedSource.BEGINNING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    public boolean running() {
        return mode == Mode.RUNNING;
    }

    /** Whether its first load is done. */
    public boolean loaded() {
        return caughtUpAt.isPresent();
    }

    public FeedState running(Instant now) {
        return new FeedState(
                feed,
                Mode.RUNNING,
                position,
                records,
                startedAt.or(() -> Optional.of(now)),
                caughtUpAt,
                readAt,
                0,
                Optional.empty(),
                "",
                Optional.of(now));
    }

    public FeedState paused() {
        return new FeedState(
                feed,
                Mode.PAUSED,
                position,
                records,
                startedAt,
                caughtUpAt,
                readAt,
                failures,
                trouble,
                reason,
                Optional.empty());
    }

    public FeedState failed(Trouble why, String sentence, Instant next) {
        return new FeedState(
                feed,
                mode,
                position,
                records,
                startedAt,
                caughtUpAt,
                readAt,
                failures + 1,
                Optional.of(why),
                sentence,
                Optional.of(next));
    }

    public FeedState resting(Instant next) {
        return new FeedState(
                feed,
                mode,
                position,
                records,
                startedAt,
                caughtUpAt,
                readAt,
                0,
                Optional.empty(),
                "",
                Optional.of(next));
    }
}
