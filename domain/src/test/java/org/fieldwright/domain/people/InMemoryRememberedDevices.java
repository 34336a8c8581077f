package org.fieldwright.domain.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembered browsers without a database. */
public class InMemoryRememberedDevices implements RememberedDevices {
    private final Map<String, RememberedDevice> devices = new HashMap<>();

    @Override
    public void add(RememberedDevice device) {
        devices.put(device.selector(), device);
    }

    @Override
    public Optional<RememberedDevice> find(String selector) {
        return Optional.ofNullable(devices.get(selector));
    }

    @Override
    public List<RememberedDevice> of(UUID person) {
        return devices.values().stream()
                .filter(device -> device.person().equals(person))
                .sorted(Comparator.comparing(RememberedDevice::rotatedAt)
                        .reversed()
                        .thenComparing(RememberedDevice::selector))
                .toList();
    }

    @Override
    public boolean replace(RememberedDevice before, RememberedDevice after) {
        return find(before.selector())
                .filter(now -> now.validator().equals(before.validator()))
                .map(now -> devices.put(now.selector(), after))
                .isPresent();
    }

    @Override
    public void remove(String selector) {
        devices.remove(selector);
    }

    @Override
    public void removeAllOf(UUID person) {
        devices.values().removeIf(device -> device.person().equals(person));
    }

    @Override
    public void removeExpired(Instant now) {
        devices.values().removeIf(device -> device.isExpired(now));
    }
}
