package org.fieldwright.web.servicetitan;

import org.fieldwright.domain.servicetitan.Capability;

/** An unlisted operation ready to be drawn. */
public record SwitchView(Capability capability, boolean on) {}
