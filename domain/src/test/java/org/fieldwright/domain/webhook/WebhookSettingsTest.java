package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "header, a header",
        "header, x:y",
        "algorithm, MD5",
        "encoding, base32",
        "window, PT0S",
        "refuse-after, PT1M",
        "keep, PT1H",
    })
    void a_value_that_makes_no_sense_is_refused_with_its_name(String name, String value) {
        MapConfig config = new MapConfig(Map.of("fieldwright.webhooks." + name, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSettings.from(config))
                .withMessageContaining("fieldwright.webhooks." + name);
    }

    @Test
    void the_key_is_not_in_its_words() {
        WebhookSettings settings =
                WebhookSettings.from(new MapConfig(Map.of("fieldwright.webhooks.key", Deliveries.KEY)));

        assertThat(settings.toString()).doesNotContain(Deliveries.KEY);
    }
}
