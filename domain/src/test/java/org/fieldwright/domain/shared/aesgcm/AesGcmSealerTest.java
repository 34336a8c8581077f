package org.fieldwright.domain.shared.aesgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.Sealer;
import org.junit.jupiter.api.Test;

class AesGcmSealerTest {
    private final Sealer sealer = Sealers.withAKey();

    @Test
    void what_was_sealed_opens_for_the_same_purpose() {
        byte[] sealed = sealer.seal("a purpose", "Grüße, 你好");

        assertThat(sealer.open("a purpose", sealed)).isEqualTo("Grüße, 你好");
    }

    @Test
    void the_same_secret_looks_different_every_time() {
        assertThat(sealer.seal("a purpose", "secret")).isNotEqualTo(sealer.seal("a purpose", "secret"));
    }

    @Test
    void it_does_not_open_for_another_purpose_with_another_key_or_when_changed() {
        byte[] sealed = sealer.seal("a purpose", "secret");
        Sealer other = new AesGcmSealer(Optional.of("another key of thirty-two letters"));

        refuses(() -> sealer.open("another purpose", sealed));
        refuses(() -> other.open("a purpose", sealed));
        refuses(() -> sealer.open("a purpose", new byte[0]));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            refuses(() -> sealer.open("a purpose", changed));
        }
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(opening)
                .withMessageStartingWith("A kept secret cannot be opened");
    }

    @Test
    void without_a_key_nothing_is_kept_and_the_setting_is_named() {
        Sealer keyless = new AesGcmSealer(Optional.empty());

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> keyless.seal("a purpose", "secret"))
                .withMessageContaining("fieldwright.secrets.key");
    }

    @Test
    void a_short_key_is_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesGcmSealer(Optional.of("short")))
                .withMessageContaining("at least 32 characters");
    }
}
