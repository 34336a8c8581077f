/**
 * Vectors searched by PostgreSQL itself, where it has the extension pgvector: one index that all nodes share. Its tables are
 * derived from the library and made at start, not by a migration, because the extension may be missing or come later.
 * Calls only {@code store}.
 */
package org.fieldwright.rag.pgvector;
