package org.fieldwright.domain.copilot;

import java.util.List;
import java.util.Optional;

/** What the manuals say, or that they do not say it. */
public sealed interface Answer {
    /** The pages to show, best first, numbered from 1. */
    List<Citation> citations();

    /**
     * The manuals say it.
     *
     * @param writer who worded it: {@code extract} or the model's name
     */
    record Answered(String writer, List<AnswerPart> parts, List<Citation> citations) implements Answer {
        public Answered {
            parts = List.copyOf(parts);
            citations = List.copyOf(citations);
        }
    }

    /**
     * The manuals do not say it.
     *
     * @param missing what was looked for and not found, e.g. a fault code; blank when it is the whole question
     */
    record NotInManuals(String missing, Optional<Citation> nearest) implements Answer {
        @Override
        public List<Citation> citations() {
            return nearest.stream().toList();
        }
    }
}
