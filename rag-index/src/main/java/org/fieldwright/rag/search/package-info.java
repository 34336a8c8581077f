/**
 * A question in, passages out: the pipeline over words, codes and vectors, the index that follows the library, and the
 * settings of both.
 */
package org.fieldwright.rag.search;
