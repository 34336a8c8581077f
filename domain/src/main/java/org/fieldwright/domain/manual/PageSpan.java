package org.fieldwright.domain.manual;

/**
 * A stretch of a page's text.
 *
 * @param page from 1
 * @param start offset of the first character in the page's text
 * @param end offset behind the last character
 */
public record PageSpan(int page, int start, int end) {
    public PageSpan {
        if (page < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("not a stretch of a page: " + page + ":" + start + "-" + end);
        }
    }
}
