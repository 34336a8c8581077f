/**
 * Risky work in a Java process of its own: files from outside are parsed and drawn there, with its own memory, without
 * our secrets, and it is killed when it takes too long. Knows nothing of manuals.
 */
package org.fieldwright.rag.child;
