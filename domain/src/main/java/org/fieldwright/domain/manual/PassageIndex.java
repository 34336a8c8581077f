package org.fieldwright.domain.manual;

/** A search index on this machine, derived from the {@link ManualLibrary}. */
public interface PassageIndex {
    /** Applies everything that changed since the last call. Safe to call from any thread, at any time. */
    void catchUp();

    /** Throws the index away and builds it again from the library, without embedding again. */
    void rebuild();

    /** The revision of the library it answers from. */
    long revision();
}
