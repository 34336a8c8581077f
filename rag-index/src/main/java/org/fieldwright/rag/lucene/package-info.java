/**
 * The indexes that Lucene holds on this machine's disk: words and codes, and vectors where no database does it. Calls
 * only {@code store}.
 */
package org.fieldwright.rag.lucene;
