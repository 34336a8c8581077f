package org.fieldwright.domain.people.jpa;

import java.util.UUID;
import org.fieldwright.domain.people.RememberedDevices;
import org.fieldwright.domain.people.RememberedDevicesContract;

class JpaRememberedDevicesTest implements RememberedDevicesContract {
    private final JpaDatabase database = new JpaDatabase();
    private final RememberedDevices devices = database.port(RememberedDevices.class, JpaRememberedDevices::new);

    @Override
    public RememberedDevices devices() {
        return devices;
    }

    @Override
    public UUID somebody(String name) {
        return database.somebody(name);
    }
}
