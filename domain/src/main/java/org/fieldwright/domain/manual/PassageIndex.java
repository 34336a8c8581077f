package org.fieldwright.domain.manual;

import java.time.Instant;
import java.util.Optional;

/** A search index on this machine, derived from the {@link ManualLibrary}. */
public interface PassageIndex {
    /** Applies everything that changed since the last call. Safe to call from any thread, at any time. */
    void catchUp();

    /** Throws the index away and builds it again from the library, without embedding again. */
    void rebuild();

    /** The revision of the library it answers from. */
    long revision();

    /** When it was last built anew, and whether that goes on right now. */
    Rebuild lastRebuild();

    /**
     * Building anew.
     *
     * @param underWay whether it goes on right now
     * @param done when it was last finished; empty when that was before the server's start
     */
    record Rebuild(boolean underWay, Optional<Instant> done) {}
}
