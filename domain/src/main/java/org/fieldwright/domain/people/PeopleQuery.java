package org.fieldwright.domain.people;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a list of people is narrowed to.
 *
 * @param containing part of a name or e-mail, whatever its case; blank for all
 */
public record PeopleQuery(String containing, Optional<Role> role, Optional<Standing> standing) {
    public PeopleQuery {
        requireNonNull(role, "role");
        requireNonNull(standing, "standing");
        containing = containing.strip();
    }

    public static PeopleQuery containing(String text) {
        return new PeopleQuery(text, Optional.empty(), Optional.empty());
    }
}
