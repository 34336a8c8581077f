package org.fieldwright.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiSettingsTest {
    @Test
    void without_settings_there_is_no_model() {
        AiSettings settings = AiSettings.from(new MapConfig(Map.of()));

        assertThat(settings).isEqualTo(AiSettings.none());
        assertThat(settings.isConfigured()).isFalse();
    }

    @Test
    void every_setting_is_read_by_its_name() {
        AiSettings settings = AiSettings.from(new MapConfig(Map.of(
                "fieldwright.ai.kind", "Ollama",
                "fieldwright.ai.base-url", "http://models.test:11434",
                "fieldwright.ai.model", "small-one",
                "fieldwright.ai.api-key", "secret",
                "fieldwright.ai.timeout", "PT20S",
                "fieldwright.ai.max-concurrent", "2",
                "fieldwright.ai.max-prompt-characters", "8000",
                "fieldwright.ai.max-answer-tokens", "300",
                "fieldwright.ai.pause-after-failures", "PT1M")));

        assertThat(settings)
                .isEqualTo(new AiSettings(
                        AiSettings.Kind.OLLAMA,
                        Optional.of(URI.create("http://models.test:11434")),
                        "small-one",
                        Optional.of("secret"),
                        Duration.ofSeconds(20),
                        2,
                        8_000,
                        300,
                        Duration.ofMinutes(1)));
    }

    @Test
    void the_key_is_never_written_out() {
        AiSettings settings = AiSettings.from(new MapConfig(Map.of(
                "fieldwright.ai.base-url", "https://models.test/v1",
                "fieldwright.ai.model", "m",
                "fieldwright.ai.api-key", "secret")));

        assertThat(settings.toString()).contains("https://models.test/v1").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, telepathy",
        "base-url, models.test/v1",
        "base-url, ftp://models.test/v1",
        "base-url, https://user:word@models.test/v1",
        "base-url, https://models.test/v1?key=1",
        "model, ''",
        "timeout, PT0.5S",
        "timeout, PT11M",
        "max-concurrent, 0",
        "max-prompt-characters, 999",
        "max-answer-tokens, 49",
        "pause-after-failures, PT0S",
    })
    void a_wrong_setting_is_named(String name, String value) {
        Map<String, String> values = new HashMap<>(
                Map.of("fieldwright.ai.base-url", "https://models.test/v1", "fieldwright.ai.model", "small-one"));
        values.put("fieldwright.ai." + name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AiSettings.from(new MapConfig(values)))
                .withMessageContaining("fieldwright.ai." + name);
    }
}
