package org.fieldwright.rag.search;

/** Where vectors may be searched. */
enum VectorPlace {
    /** In the database where it has pgvector, otherwise on this machine. */
    AUTO,
    /** In the database, or not at all. */
    PGVECTOR,
    /** On this machine. */
    LUCENE
}
