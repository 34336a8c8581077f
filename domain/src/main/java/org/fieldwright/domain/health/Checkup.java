package org.fieldwright.domain.health;

/** Looks after one part of the house. Asked often and by several at once: quick, and without any effect. */
public interface Checkup {
    Part part();

    /** How it is now. An exception, or silence for some seconds, is told as such by whoever asked. */
    Finding look();
}
