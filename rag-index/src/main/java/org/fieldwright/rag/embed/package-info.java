/**
 * Text into vectors, in this process and without a network. Calls nothing else of this module.
 */
package org.fieldwright.rag.embed;
