package org.fieldwright.domain.servicetitan;

/** Another connection is in force, from the end of this transaction on. */
public record ConnectionChanged(long revision) {}
