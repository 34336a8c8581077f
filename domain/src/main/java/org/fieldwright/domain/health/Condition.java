package org.fieldwright.domain.health;

/** How a part of the house is. */
public enum Condition {
    /** Nothing to do. */
    GOOD,
    /** It works, and somebody should look after it. */
    WARN,
    /** Something people need does not work. */
    BAD
}
