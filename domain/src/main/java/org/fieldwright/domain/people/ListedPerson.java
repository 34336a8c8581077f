package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the list of people.
 *
 * @param until when the pause of somebody PAUSED or the link of somebody INVITED ends, or ended
 */
public record ListedPerson(Person person, Standing standing, Optional<Instant> lastSignedIn, Optional<Instant> until) {}
