package org.fieldwright.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in a browser: every test has a {@link Visit} of its own for the asking. What the visit complains of (a request that leaves
 * the house, an error on the console, a dialog nobody expected) fails the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Chromium.IsHere.class, RunningPortal.class, Visits.class})
public @interface BrowserTest {}
