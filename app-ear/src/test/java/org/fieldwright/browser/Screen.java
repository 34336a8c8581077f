package org.fieldwright.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the visitor of a test looks at; without it, a desk with a light screen. The test's own counts before its class's. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Screen {
    Kind value() default Kind.DESK;

    boolean dark() default false;

    /** Sizes in CSS pixels. */
    enum Kind {
        PHONE(360, 740),
        TABLET(768, 1024),
        DESK(1280, 800);

        final int width;
        final int height;

        Kind(int width, int height) {
            this.width = width;
            this.height = height;
        }

        boolean touch() {
            return this != DESK;
        }
    }
}
