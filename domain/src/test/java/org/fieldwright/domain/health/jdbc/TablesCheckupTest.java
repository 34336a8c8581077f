package org.fieldwright.domain.health.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.CheckupContract;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesCheckupTest implements CheckupContract {
    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final TablesCheckup checkup = new TablesCheckup(jdbc);

    @BeforeEach
    void start() {
        checkup.remember();
    }

    @Override
    public Checkup checkup() {
        return checkup;
    }

    @Test
    void tables_as_they_were_at_the_start_are_good() {
        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.facts()).hasSize(1);
        assertThat(found.facts().getFirst().value()).matches("\\d+");
    }

    @Test
    void tables_that_a_newer_server_has_changed_are_a_warning() {
        migratedTo("9001", true);

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.sentence()).contains("version 9001");
    }

    @Test
    void a_change_that_was_broken_off_is_bad() {
        migratedTo("9001", false);

        assertThat(checkup.look().condition()).isEqualTo(Condition.BAD);
    }

    private void migratedTo(String version, boolean done) {
        jdbc.update("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success)
                values (9001, ?, 'later', 'SQL', 'later.sql', 'test', 1, ?)
                """, version, done);
    }
}
