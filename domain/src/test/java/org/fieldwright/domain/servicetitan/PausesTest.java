package org.fieldwright.domain.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {
    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, 0, PT5S",
        "UNREACHABLE, 3, PT40S",
        "THEIR_FAULT, 60, PT5M",
        "RESTING, 0, PT30S",
        "RESTING, 9, PT30S",
        "SIGN_IN_REFUSED, 0, PT15M",
        "SCOPE_MISSING, 7, PT15M",
    })
    void the_pause_grows_with_failures_unless_nobody_was_asked_or_a_person_is_needed(
            Trouble trouble, int before, Duration pause) {
        assertThat(Pauses.after(new ServiceTitanException(trouble, "No."), before))
                .isEqualTo(pause);
    }

    @Test
    void they_are_not_asked_again_before_they_said() {
        ServiceTitanException asked = new ServiceTitanException(
                Trouble.THROTTLED, "Too many.", "", false, Optional.of(Duration.ofMinutes(20)), null);

        assertThat(Pauses.after(asked, 0)).isEqualTo(Duration.ofMinutes(20));
    }
}
