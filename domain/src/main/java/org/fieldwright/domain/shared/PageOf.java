package org.fieldwright.domain.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param rows the rows of this page, in order
 * @param first offset of the first row, from 0
 * @param total how many rows there are in all
 */
public record PageOf<T>(List<T> rows, int first, int total) {
    public PageOf {
        rows = List.copyOf(rows);
        if (first < 0 || total < 0) {
            throw new IllegalArgumentException("first and total are never negative");
        }
    }
}
