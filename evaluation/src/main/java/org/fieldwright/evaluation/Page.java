package org.fieldwright.evaluation;

import java.util.Set;
import java.util.stream.Collectors;

/** A page of a file, counted from 1. */
record Page(String file, int number) {
    /** The pages that answer a question. */
    static Set<Page> gold(Question question) {
        return question.goldPages().stream()
                .map(number -> new Page(question.doc(), number))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return file + " " + number;
    }
}
