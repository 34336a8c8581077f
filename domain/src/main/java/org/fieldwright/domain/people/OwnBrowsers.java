package org.fieldwright.domain.people;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** Somebody looks after the browsers that know them. */
@UseCase
@Transactional
public class OwnBrowsers {
    private RememberedDevices devices;
    private People people;
    private CurrentPerson currentPerson;
    private Clock clock;

    /** For the container's proxy. */
    protected OwnBrowsers() {}

    @Inject
    OwnBrowsers(RememberedDevices devices, People people, CurrentPerson currentPerson, Clock clock) {
        this.devices = devices;
        this.people = people;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * A browser that need not sign in again for a while.
     *
     * @param id names it in {@link #forget}; opens nothing
     * @param name such as {@code Chrome on Android}; blank when it was not understood
     * @param thisOne whether the one who looks sits at it
     */
    public record Browser(String id, String name, Instant since, Instant lastUsed, Instant until, boolean thisOne) {}

    /**
     * One's own browsers, the one used last first.
     *
     * @param cookie what the asking browser is remembered by; blank when it is not
     */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public List<Browser> mine(@NotNull String cookie) {
        Instant now = clock.instant();
        Account account = account();
        return devices.of(account.person().id()).stream()
                .filter(device -> !device.isExpired(now) && account.accepts(device.generation()))
                .map(device -> new Browser(
                        device.selector(),
                        device.browser(),
                        device.createdAt(),
                        device.rotatedAt(),
                        device.expiresAt(),
                        cookie.startsWith(device.selector() + ":")))
                .toList();
    }

    /** It asks for the password next time; nothing happens when it is somebody else's or gone. */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public void forget(@NotNull String id) {
        UUID me = account().person().id();
        devices.find(id).filter(device -> device.person().equals(me)).ifPresent(device -> devices.remove(id));
    }

    /**
     * Ends all one's sessions and forgets all browsers, the asking one too. Tokens of programs stay.
     *
     * @return the account as it is now, to begin a new session with
     */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public Account signOutEverywhere() {
        Account account = account();
        people.update(account.signedOutEverywhere());
        devices.removeAllOf(account.person().id());
        return account();
    }

    private Account account() {
        return currentPerson
                .find()
                .flatMap(person -> people.find(person.id()))
                .orElseThrow(() -> new FaultException(Fault.NOT_SIGNED_IN, "Sign in to do this."));
    }
}
