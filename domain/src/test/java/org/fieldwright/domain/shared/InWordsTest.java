package org.fieldwright.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "2048, 2 KB",
        "1048575, 1 MB",
        "3565158, 3.4 MB",
        "12582912, 12 MB",
        "5368709120, 5 GB",
        "2199023255552, 2 TB",
        "9007199254740992, 8192 TB",
    })
    void a_size_has_the_unit_that_makes_it_short(long bytes, String said) {
        assertThat(InWords.bytes(bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, less than a minute",
        "PT59S, less than a minute",
        "PT12M30S, 12 min",
        "PT1H, 1 h",
        "PT3H5M, 3 h 5 min",
        "PT24H, 1 day",
        "PT77H, 3 days 5 h",
    })
    void a_time_is_told_in_its_two_largest_units(Duration duration, String said) {
        assertThat(InWords.duration(duration)).isEqualTo(said);
    }

    @Test
    void a_number_goes_with_its_thing() {
        assertThat(InWords.count(1, "manual")).isEqualTo("1 manual");
        assertThat(InWords.count(0, "manual")).isEqualTo("0 manuals");
        assertThat(InWords.count(1204, "page")).isEqualTo("1,204 pages");
    }
}
