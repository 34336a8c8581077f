package org.fieldwright.domain.copilot;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The {@link AnswerWriter} that quotes: needs no language model, is always there. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface WordForWord {}
