package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTitanSettingsTest {
    @Test
    void without_settings_it_keeps_just_below_their_limit() {
        assertThat(ServiceTitanSettings.from(new MapConfig(Map.of())))
                .isEqualTo(new ServiceTitanSettings(55, Duration.ofSeconds(100), Duration.ofSeconds(30)));
    }

    @Test
    void every_setting_is_read_by_its_name() {
        ServiceTitanSettings settings = ServiceTitanSettings.from(new MapConfig(Map.of(
                "fieldwright.servicetitan.calls-per-second", "20",
                "fieldwright.servicetitan.timeout", "PT30S",
                "fieldwright.servicetitan.pause-after-failures", "PT5S")));

        assertThat(settings).isEqualTo(new ServiceTitanSettings(20, Duration.ofSeconds(30), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "calls-per-second, 0",
        "calls-per-second, 61",
        "timeout, PT0.5S",
        "timeout, PT11M",
        "pause-after-failures, PT0S",
        "pause-after-failures, PT2H",
    })
    void a_wrong_setting_is_named(String name, String value) {
        MapConfig config = new MapConfig(Map.of("fieldwright.servicetitan." + name, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceTitanSettings.from(config))
                .withMessageContaining("fieldwright.servicetitan." + name);
    }
}
