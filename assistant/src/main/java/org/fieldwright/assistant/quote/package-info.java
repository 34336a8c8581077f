/**
 * Quoting: a page's text falls into stretches that can stand alone (sentences, steps, table rows, warnings), and quotes
 * become numbered citations with their places on the page. Knows nothing of questions. Both ways of writing an answer
 * use it.
 */
package org.fieldwright.assistant.quote;
