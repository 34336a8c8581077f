package org.fieldwright.sandbox.desk;

/** What an operation does. */
@FunctionalInterface
public interface Behaviour {
    /** Does it, or throws a {@link Problem}: nothing is changed then. */
    Result act(Work work);
}
