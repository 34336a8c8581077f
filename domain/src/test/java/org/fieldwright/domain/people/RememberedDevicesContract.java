package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RememberedDevices} promises. */
public interface RememberedDevicesContract {
    RememberedDevices devices();

    /** Somebody the store accepts as an owner. */
    UUID somebody(String name);

    private RememberedDevice added(UUID person, String selector) {
        RememberedDevice device = new RememberedDevice(
                (selector + "-".repeat(22)).substring(0, 22),
                person,
                "Chrome on Android",
                3,
                OpaqueToken.sha256("first"),
                Optional.empty(),
                Accounts.NOON.minusSeconds(60),
                Accounts.NOON,
                Accounts.NOON.plusSeconds(600));
        devices().add(device);
        return device;
    }

    @Test
    default void finds_a_device_by_its_selector() {
        RememberedDevice device = added(somebody("Rosa"), "one");

        assertThat(devices().find(device.selector())).contains(device);
        assertThat(devices().find("another")).isEmpty();
    }

    @Test
    default void replaces_a_device_once_for_each_reading() {
        RememberedDevice device = added(somebody("Rosa"), "one");
        RememberedDevice rotated = device.rotated(OpaqueToken.sha256("second"), Accounts.NOON.plusSeconds(5));

        assertThat(devices().replace(device, rotated)).isTrue();
        assertThat(devices().replace(device, device.rotated(OpaqueToken.sha256("third"), Accounts.NOON)))
                .isFalse();
        assertThat(devices().find(device.selector())).contains(rotated);
    }

    @Test
    default void lists_a_persons_browsers_the_one_used_last_first() {
        UUID rosa = somebody("Rosa");
        RememberedDevice one = added(rosa, "one");
        RememberedDevice two = added(rosa, "two");
        added(somebody("Bert"), "three");
        RememberedDevice used = two.rotated(OpaqueToken.sha256("second"), Accounts.NOON.plusSeconds(5));
        devices().replace(two, used);

        assertThat(devices().of(rosa)).containsExactly(used, one);
    }

    @Test
    default void forgets_one_all_of_a_person_or_all_that_expired() {
        UUID rosa = somebody("Rosa");
        UUID bert = somebody("Bert");
        RememberedDevice one = added(rosa, "one");
        RememberedDevice two = added(rosa, "two");
        RememberedDevice three = added(bert, "three");

        devices().remove(one.selector());
        assertThat(devices().find(one.selector())).isEmpty();
        assertThat(devices().find(two.selector())).isPresent();

        devices().removeAllOf(rosa);
        assertThat(devices().find(two.selector())).isEmpty();
        assertThat(devices().find(three.selector())).isPresent();

        devices().removeExpired(Accounts.NOON.plusSeconds(600));
        assertThat(devices().find(three.selector())).isEmpty();
    }
}
