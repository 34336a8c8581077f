/**
 * The answer word for word: the sentences, steps and table rows of the found pages that answer best. Needs no model and
 * is always there.
 */
package org.fieldwright.assistant.extract;
