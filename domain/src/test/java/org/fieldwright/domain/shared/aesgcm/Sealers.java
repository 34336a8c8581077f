package org.fieldwright.domain.shared.aesgcm;

import java.util.Optional;
import org.fieldwright.domain.shared.Sealer;

/** Sealers for tests of other features. */
public final class Sealers {
    private Sealers() {}

    public static Sealer withAKey() {
        return new AesGcmSealer(Optional.of("0123456789abcdef0123456789abcdef"));
    }
}
