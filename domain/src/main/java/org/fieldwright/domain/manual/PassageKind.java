package org.fieldwright.domain.manual;

/** What a passage is made of. */
public enum PassageKind {
    TEXT,
    PROCEDURE,
    TABLE,
    FIGURE
}
