package org.fieldwright.domain.health;

import java.util.function.Supplier;

/** Says what it is told to. */
public record FixedCheckup(Part part, Supplier<Finding> found) implements Checkup {
    public static Checkup of(Finding found) {
        return new FixedCheckup(found.part(), () -> found);
    }

    @Override
    public Finding look() {
        return found.get();
    }
}
