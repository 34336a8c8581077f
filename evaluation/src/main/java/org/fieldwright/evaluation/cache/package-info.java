/** Remembers what reading and embedding found, so that a second measurement begins where the first one ended. */
package org.fieldwright.evaluation.cache;
