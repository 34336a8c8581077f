package org.fieldwright.domain.people;

import java.time.Clock;
import java.util.Map;
import org.fieldwright.domain.shared.MapConfig;

/** An administrator's hand for tests of other features. */
public final class ManagedPeople {
    private ManagedPeople() {}

    /** Looks after these people, asked by this person. */
    public static ManagePeople by(People people, CurrentPerson asking, Clock clock) {
        InMemoryInvitations invitations = new InMemoryInvitations();
        return new ManagePeople(
                people,
                new InMemorySignInAttempts(),
                invitations,
                new WaysIn(new InMemoryTokens(), new InMemoryRememberedDevices(), invitations),
                asking,
                PeopleSettings.from(new MapConfig(Map.of())),
                clock);
    }
}
