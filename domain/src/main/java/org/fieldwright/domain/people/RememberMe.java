package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.UseCase;

/**
 * A browser is remembered by a cookie of two random halves: one finds the device, the other proves it and changes at every
 * use. A second half that was used up already means that the cookie was copied: then nobody is remembered any more.
 */
@UseCase
@Transactional
public class RememberMe {
    private static final System.Logger LOG = System.getLogger(RememberMe.class.getName());
    private static final int SELECTOR_BYTES = 16;
    private static final int VALIDATOR_BYTES = 32;

    private RememberedDevices devices;
    private People people;
    private PeopleSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected RememberMe() {}

    @Inject
    public RememberMe(RememberedDevices devices, People people, PeopleSettings settings, Clock clock) {
        this.devices = devices;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a cookie brought. */
    public sealed interface Outcome {
        /**
         * It is this person.
         *
         * @param cookie the cookie's new value; empty to leave it as it is
         */
        record Recalled(Account account, Optional<String> cookie) implements Outcome {}

        /** It says nothing. The cookie can go. */
        record Unknown() implements Outcome {}

        /** It was copied. All sessions and devices of the person were ended. */
        record Stolen(UUID person) implements Outcome {}
    }

    /**
     * Remembers the browser and gives the cookie's value.
     *
     * @param browser what its owner recognises it by
     */
    @OpenToEveryone(because = "it belongs to signing in, which proved who it is")
    public String remember(@NotNull Account account, @NotNull String browser) {
        Instant now = clock.instant();
        devices.removeExpired(now);
        String selector = OpaqueToken.random(SELECTOR_BYTES);
        String validator = OpaqueToken.random(VALIDATOR_BYTES);
        devices.add(new RememberedDevice(
                selector,
                account.person().id(),
                browser,
                account.generation(),
                OpaqueToken.sha256(validator),
                Optional.empty(),
                now,
                now,
                now.plus(settings.rememberFor())));
        return selector + ":" + validator;
    }

    /** Recalls whom a cookie stands for, and changes its secret half. */
    @OpenToEveryone(because = "it is asked before it is known who asks")
    public Outcome recall(@NotNull String cookie) {
        Instant now = clock.instant();
        String[] halves = cookie.split(":", 2);
        Optional<RememberedDevice> found = halves.length == 2 && cookie.length() <= 200
                ? devices.find(halves[0]).filter(device -> !device.isExpired(now))
                : Optional.empty();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        RememberedDevice device = found.get();
        Optional<Account> account = people.find(device.person()).filter(known -> known.accepts(device.generation()));
        if (account.isEmpty()) {
            devices.remove(device.selector());
            return new Outcome.Unknown();
        }
        return recall(device, OpaqueToken.sha256(halves[1]), account.get(), now);
    }

    /** Forgets the browser a cookie stands for. */
    @OpenToEveryone(because = "who holds the cookie may give it back")
    public void forget(@NotNull String cookie) {
        devices.remove(cookie.split(":", 2)[0]);
    }

    private Outcome recall(RememberedDevice device, String shown, Account account, Instant now) {
        if (device.hasValidator(shown)) {
            String fresh = OpaqueToken.random(VALIDATOR_BYTES);
            boolean first = devices.replace(device, device.rotated(OpaqueToken.sha256(fresh), now));
            return new Outcome.Recalled(
                    account, first ? Optional.of(device.selector() + ":" + fresh) : Optional.empty());
        }
        if (device.hadValidatorJustNow(shown, now)) {
            return new Outcome.Recalled(account, Optional.empty());
        }
        devices.removeAllOf(device.person());
        people.update(account.signedOutEverywhere());
        LOG.log(
                WARNING,
                "a remembered device of {0} was copied: all were forgotten",
                device.person().toString());
        return new Outcome.Stolen(device.person());
    }
}
