package org.fieldwright.domain.manual;

/**
 * How a line of a page's text looks, for telling titles from running text.
 *
 * @param start offset of its first character in the page's text
 * @param end offset behind its last character, before the {@code \n}
 * @param size of most of its letters, in points; 0 when unknown
 * @param bold when most of its letters are
 * @param level its depth as a title when the file itself says so, 1 the outermost; 0 otherwise
 */
public record Line(int start, int end, float size, boolean bold, int level) {}
