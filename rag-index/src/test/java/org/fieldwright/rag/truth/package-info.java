/**
 * Manuals to test citations with: every page tells something about parts whose names stand nowhere else, and the generator
 * knows where on the page it has put them.
 */
package org.fieldwright.rag.truth;
