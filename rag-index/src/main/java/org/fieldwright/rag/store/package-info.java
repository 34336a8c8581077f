/**
 * What the search asks of its indexes, whichever technology holds them. An index is derived from the library: losing it
 * costs time, never truth.
 */
package org.fieldwright.rag.store;
