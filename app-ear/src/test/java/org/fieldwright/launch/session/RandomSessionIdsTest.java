package org.fieldwright.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSessionIdsTest {

    private final RandomSessionIds ids = new RandomSessionIds();

    @Test
    void an_id_has_256_bits_as_64_hexadecimal_digits() {
        assertThat(ids.generateUuid()).matches("[0-9a-f]{64}");
    }

    @Test
    void no_id_comes_twice_not_even_for_the_same_session() {
        Object session = new Object();

        Set<String> made =
                Stream.generate(() -> ids.generateUuid(session)).limit(1000).collect(Collectors.toSet());

        assertThat(made).hasSize(1000);
    }
}
