package org.fieldwright.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCheckupTest implements CheckupContract {
    private static final long MEGABYTE = 1L << 20;

    @TempDir
    private Path folder;

    @Override
    public Checkup checkup() {
        return new DiskCheckup(folder);
    }

    @ParameterizedTest
    @CsvSource({
        // free and total in MB
        "50000, 100000, GOOD",
        "10000, 100000, GOOD",
        "9999,  100000, WARN",
        "2048,  10000,  GOOD",
        "2047,  10000,  WARN",
        "256,   10000,  WARN",
        "255,   10000,  BAD",
        "0,     10000,  BAD",
        "0,     0,      BAD",
    })
    void room_is_judged_by_share_and_by_size(long free, long total, Condition condition) {
        Finding found = DiskCheckup.judged(free * MEGABYTE, total * MEGABYTE);

        assertThat(found.condition()).isEqualTo(condition);
    }

    @Test
    void how_much_is_free_is_told() {
        Finding found = DiskCheckup.judged(51_200 * MEGABYTE, 102_400 * MEGABYTE);

        assertThat(found.sentence()).isEqualTo("50 GB of 100 GB are free.");
        assertThat(found.facts()).contains(new Finding.Fact("share", "50 %"));
    }

    @Test
    void a_folder_that_is_not_there_is_bad() {
        Finding found = new DiskCheckup(folder.resolve("gone")).look();

        assertThat(found.condition()).isEqualTo(Condition.BAD);
        assertThat(found.sentence()).contains("not there");
    }
}
