package org.fieldwright.domain.webhook;

import static java.util.Objects.requireNonNull;

import org.fieldwright.domain.mirror.Kind;

/** A record that an event names. */
public record Mention(Kind kind, long id) {
    public Mention {
        requireNonNull(kind, "kind");
    }

    /** Such as {@code job 4711}. */
    public String inWords() {
        return kind.table().replace('_', ' ') + " " + id;
    }
}
