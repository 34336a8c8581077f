package org.fieldwright.sandbox.mail;

import java.net.URI;
import java.util.Optional;
import org.fieldwright.sandbox.store.Store;

/** Where events go. It can be changed while the sandbox runs, and outlives a restart. */
public final class Callback {
    private static final String SETTING = "webhook-callback";
    private final Store store;
    private volatile Optional<URI> address;

    public Callback(Store store, Optional<URI> configured) {
        this.store = store;
        this.address =
                store.read(ledger -> ledger.setting(SETTING)).map(URI::create).or(() -> configured);
    }

    public Optional<URI> address() {
        return address;
    }

    public void set(URI newAddress) {
        store.write(ledger -> {
            ledger.set(SETTING, newAddress.toString());
            return newAddress;
        });
        address = Optional.of(newAddress);
    }
}
