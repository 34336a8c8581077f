package org.fieldwright.rag.store;

import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;

/** An index that follows the library by revision. Searches go on while it changes, and see a change whole or not at all. */
public interface DerivedIndex extends AutoCloseable {
    /** The revision of the library it answers from; 0 when it is empty, was lost, or belongs to other software or another model. */
    long revision();

    /** Begins to bring it further; empty when another writer is at it, who will do the same work. */
    Optional<Update> update();

    /** Begins to build it from nothing beside the one in use; empty when another writer is at it. */
    Optional<Update> rebuild();

    @Override
    void close();

    /** Changes that become visible together. */
    interface Update extends AutoCloseable {
        /** The revision the changes begin from; 0 in a rebuild. */
        long revision();

        /** Takes a manual in, in the place of whatever it held of it. */
        void put(Manual manual, List<EmbeddedPassage> passages);

        /** Leaves nothing of a manual. */
        void remove(ManualId manual);

        /** Makes the changes visible and durable, as of a revision of the library. */
        void commit(long revision);

        /** Drops what was not committed. */
        @Override
        void close();
    }
}
