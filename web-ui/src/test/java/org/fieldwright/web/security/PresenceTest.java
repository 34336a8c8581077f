package org.fieldwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_session_ends_after_its_longest_time_however_busy_it_was() {
        Presence presence = new Presence(UUID.randomUUID(), 0, NOON);

        assertThat(presence.isTooOld(NOON.plus(Duration.ofHours(12)), Duration.ofHours(12)))
                .isFalse();
        assertThat(presence.isTooOld(NOON.plus(Duration.ofHours(12)).plusMillis(1), Duration.ofHours(12)))
                .isTrue();
    }

    @Test
    void without_settings_a_session_ends_after_an_idle_hour_and_after_half_a_day() {
        SecuritySettings settings = SecuritySettings.from(new MapConfig(Map.of()));

        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.sessionLongest()).isEqualTo(Duration.ofHours(12));
    }

    @ParameterizedTest
    @CsvSource({
        "fieldwright.session.idle, PT1S",
        "fieldwright.session.longest, P8D",
        "fieldwright.public-address, ftp://portal.example",
        "fieldwright.public-address, https://portal.example/sub"
    })
    void what_would_leave_the_edge_open_is_refused(String key, String value) {
        assertThatThrownBy(() -> SecuritySettings.from(new MapConfig(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }
}
