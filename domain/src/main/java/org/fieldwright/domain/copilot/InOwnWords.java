package org.fieldwright.domain.copilot;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The {@link AnswerWriter} that words the answer with the configured language model. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface InOwnWords {}
