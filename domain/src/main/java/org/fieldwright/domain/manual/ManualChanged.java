package org.fieldwright.domain.manual;

/** A manual's visible content changed or went away; told after the commit. */
public record ManualChanged(ManualId manual) {}
