package org.fieldwright.domain.manual;

/**
 * A word of a page and where it stands.
 *
 * @param start offset of its first character in the page's text
 * @param end offset behind its last character
 */
public record Word(int start, int end, Box box) {}
