package org.fieldwright.domain.health;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one part of the house was found.
 *
 * @param sentence what is the case, in plain words
 * @param advice what to do about it; blank when it is good, and only then
 * @param facts what else there is to know, in order
 */
public record Finding(Part part, Condition condition, String sentence, String advice, List<Fact> facts) {
    public Finding {
        requireNonNull(part, "part");
        requireNonNull(condition, "condition");
        facts = List.copyOf(facts);
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a finding says something");
        }
        if (advice.isBlank() != (condition == Condition.GOOD)) {
            throw new IllegalArgumentException("what is not good comes with advice, and nothing else does");
        }
    }

    /**
     * One thing to know.
     *
     * @param name a word or two in lower case
     */
    public record Fact(String name, String value) {}

    public static Finding good(Part part, String sentence) {
        return new Finding(part, Condition.GOOD, sentence, "", List.of());
    }

    public static Finding warn(Part part, String sentence, String advice) {
        return new Finding(part, Condition.WARN, sentence, advice, List.of());
    }

    public static Finding bad(Part part, String sentence, String advice) {
        return new Finding(part, Condition.BAD, sentence, advice, List.of());
    }

    /** The same with one more fact. */
    public Finding with(String name, Object value) {
        return new Finding(
                part,
                condition,
                sentence,
                advice,
                Stream.concat(facts.stream(), Stream.of(new Fact(name, value.toString())))
                        .toList());
    }
}
