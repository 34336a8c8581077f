package org.fieldwright.domain.people;

import java.util.UUID;

class InMemoryRememberedDevicesTest implements RememberedDevicesContract {
    private final InMemoryRememberedDevices devices = new InMemoryRememberedDevices();

    @Override
    public RememberedDevices devices() {
        return devices;
    }

    @Override
    public UUID somebody(String name) {
        return UUID.randomUUID();
    }
}
