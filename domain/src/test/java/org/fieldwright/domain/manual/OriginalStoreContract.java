package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link OriginalStore} promises. */
public interface OriginalStoreContract {
    OriginalStore store();

    @Test
    default void gives_back_every_byte_of_a_large_original(@TempDir Path folder) throws IOException {
        byte[] content = new byte[3_500_001];
        new Random(7).nextBytes(content);

        OriginalStore.Stored stored = store().keep(new ByteArrayInputStream(content), 10_000_000);

        store().copyTo(stored.sha256(), folder.resolve("original"));
        assertThat(stored.bytes()).isEqualTo(content.length);
        assertThat(Files.readAllBytes(folder.resolve("original"))).isEqualTo(content);
    }

    @Test
    default void the_same_content_has_the_same_name_and_is_kept_once() throws IOException {
        OriginalStore.Stored first = store().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);
        OriginalStore.Stored second = store().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);

        assertThat(second).isEqualTo(first);
        assertThat(first.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    default void keeps_an_empty_file_too() throws IOException {
        OriginalStore.Stored stored = store().keep(InputStream.nullInputStream(), 10);

        try (InputStream content = store().open(stored.sha256())) {
            assertThat(content.readAllBytes()).isEmpty();
        }
    }

    @Test
    default void refuses_what_is_too_large_and_keeps_nothing_of_it() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> store().keep(new ByteArrayInputStream(new byte[11]), 10))
                .matches(refused -> refused.fault() == Fault.TOO_LARGE);
    }

    @Test
    default void an_original_can_be_forgotten() throws IOException {
        OriginalStore.Stored stored = store().keep(new ByteArrayInputStream(new byte[] {1}), 10);

        store().forget(stored.sha256());

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> store().open(stored.sha256()).close())
                .matches(refused -> refused.fault() == Fault.NOT_FOUND);
    }
}
