package org.fieldwright.sandbox.contract;

import java.util.List;
import java.util.Map;

/** The form of a JSON value. */
public sealed interface Shape {
    record Text() implements Shape {}

    record Whole() implements Shape {}

    record Decimal() implements Shape {}

    record Truth() implements Shape {}

    /** A moment in UTC, as in 2026-05-21T14:00:00Z. */
    record Moment() implements Shape {}

    /** A day without a time, as in 2026-05-21. */
    record Day() implements Shape {}

    /** A file: the body is no JSON. */
    record Binary() implements Shape {}

    record Anything() implements Shape {}

    /** One of these words. */
    record Choice(List<String> words) implements Shape {}

    /** One of these numbers. */
    record Numbered(List<Integer> numbers) implements Shape {}

    record Many(Shape of) implements Shape {}

    record Mapping(Shape of) implements Shape {}

    record Optional(Shape of) implements Shape {}

    /** A shape of the same file. */
    record Named(String name) implements Shape {}

    /** An object with exactly these fields, in the order of the answer. */
    record Fields(Map<String, Field> byName) implements Shape {}

    /** A field of an object. */
    record Field(boolean required, Shape shape) {}
}
