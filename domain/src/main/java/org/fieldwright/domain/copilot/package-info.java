/**
 * Questions out: a question finds passages, passages make an answer, every claim shows its page; or the answer is "not
 * in your manuals" with the nearest page. Works without a language model; a model only words what the pages say. Calls
 * {@code manual}, {@code people} and {@code shared}.
 */
package org.fieldwright.domain.copilot;
