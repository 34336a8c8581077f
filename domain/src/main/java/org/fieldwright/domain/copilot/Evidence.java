package org.fieldwright.domain.copilot;

import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Passage;

/** A passage that was found, whose manual it is, and why it was found. */
public record Evidence(Passage passage, Manual manual, Scores scores) {}
