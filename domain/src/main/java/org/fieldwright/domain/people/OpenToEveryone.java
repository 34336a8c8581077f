package org.fieldwright.domain.people;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rare use case that nobody needs a permission for. A test refuses any that has neither this nor {@link Requires}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToEveryone {
    /** Why that is right. */
    String because();
}
