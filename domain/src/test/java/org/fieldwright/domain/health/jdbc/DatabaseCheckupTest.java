package org.fieldwright.domain.health.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.sql.DataSource;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.CheckupContract;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseCheckupTest implements CheckupContract {
    private final DataSource database = TestDatabase.fresh();

    @Override
    public Checkup checkup() {
        return new DatabaseCheckup(database);
    }

    @Test
    void a_database_that_answers_is_good_and_says_its_version() {
        Finding found = checkup().look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).isEqualTo("Your PostgreSQL server answers.");
        assertThat(value(found, "version")).matches("\\d+\\.\\d+");
        assertThat(value(found, "size")).endsWith("MB");
    }

    @Test
    void the_one_that_the_launcher_brings_along_is_known_by_its_name() {
        Finding found = DatabaseCheckup.told("17.2", "fieldwright", "fieldwright", 10);

        assertThat(found.sentence()).isEqualTo("Fieldwright’s own PostgreSQL answers.");
    }

    @Test
    void a_database_that_does_not_answer_is_bad() throws IOException {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setServerNames(new String[] {"127.0.0.1"});
        nobody.setPortNumbers(new int[] {freePort()});
        nobody.setUser("somebody");

        Finding found = new DatabaseCheckup(nobody).look();

        assertThat(found.condition()).isEqualTo(Condition.BAD);
        assertThat(found.sentence()).isEqualTo("The database does not answer.");
    }

    private static String value(Finding found, String name) {
        return found.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Finding.Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
