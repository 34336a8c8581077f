package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingSettingsTest {
    @Test
    void every_name_and_default_is_as_documented() {
        assertThat(ReadingSettings.defaults().byName())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("fieldwright.reading.max-bytes", "209715200"),
                        Map.entry("fieldwright.reading.max-pages", "5000"),
                        Map.entry("fieldwright.reading.heap-megabytes", "768"),
                        Map.entry("fieldwright.reading.time-base", "PT1M"),
                        Map.entry("fieldwright.reading.time-per-page", "PT2S"),
                        Map.entry("fieldwright.reading.time-one-page", "PT1M"),
                        Map.entry("fieldwright.reading.max-unpacked-bytes", "419430400"),
                        Map.entry("fieldwright.reading.max-entries", "5000"),
                        Map.entry("fieldwright.ocr.command", "tesseract"),
                        Map.entry("fieldwright.ocr.languages", "eng"),
                        Map.entry("fieldwright.ocr.time-per-page", "PT1M"),
                        Map.entry("fieldwright.ocr.max-pages", "500")));
    }

    @Test
    void a_setting_by_its_name_takes_the_place_of_its_default() {
        Map<String, String> set = Map.of("fieldwright.reading.time-per-page", "PT7S", "fieldwright.ocr.command", "");

        ReadingSettings settings = ReadingSettings.from(name -> Optional.ofNullable(set.get(name)));

        assertThat(settings.timePerPage()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.ocr().command()).isEmpty();
    }

    @Test
    void what_is_said_by_name_is_understood_the_same() {
        ReadingSettings settings = ReadingSettings.defaults();

        ReadingSettings again = ReadingSettings.from(
                name -> Optional.ofNullable(settings.byName().get(name)));

        assertThat(again).isEqualTo(settings);
    }

    @Test
    void a_setting_that_is_off_is_named() {
        assertThatThrownBy(() -> ReadingSettings.from(
                        name -> name.equals("fieldwright.reading.max-pages") ? Optional.of("many") : Optional.empty()))
                .hasMessageContaining("fieldwright.reading.max-pages")
                .hasMessageContaining("a whole number");
        assertThatThrownBy(() -> ReadingSettings.from(name ->
                        name.equals("fieldwright.ocr.languages") ? Optional.of("eng; rm -rf /") : Optional.empty()))
                .hasMessageContaining("fieldwright.ocr.languages");
    }
}
