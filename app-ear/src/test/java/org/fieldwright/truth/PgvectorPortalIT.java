package org.fieldwright.truth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.shared.jdbc.PgvectorServer;
import org.fieldwright.edge.Program;
import org.fieldwright.launch.LaunchedBundle;
import org.fieldwright.launch.Portal;
import org.fieldwright.rag.truth.TruthFact;
import org.fieldwright.rag.truth.TruthLayout;
import org.fieldwright.rag.truth.TruthManual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A portal on an outside PostgreSQL that has pgvector searches its vectors there, by itself. */
@ExtendWith(PgvectorServer.class)
class PgvectorPortalIT {
    private static final TruthManual MANUAL =
            TruthManual.pdf("truth.pdf", 78, List.of(TruthLayout.PORTRAIT, TruthLayout.PORTRAIT, TruthLayout.PORTRAIT));

    @TempDir
    private Path data;

    @Test
    void vectors_of_a_new_manual_are_searched_in_the_database_and_gone_with_it() throws Exception {
        PGSimpleDataSource database = PgvectorServer.fresh();
        try (LaunchedBundle portal = LaunchedBundle.start(
                        data,
                        Map.of(
                                "FIELDWRIGHT_DATABASE_USER",
                                database.getUser(),
                                "FIELDWRIGHT_DATABASE_PASSWORD",
                                "trusted"),
                        "--database-url=" + database.getURL())
                .awaitReady()) {
            Program admin = Program.without(portal.address()).with(Portal.account("admin"));
            TruthProgram program = new TruthProgram(admin);

            String id = program.upload(MANUAL);
            program.awaitDone(id);

            for (TruthFact fact : MANUAL.facts()) {
                program.assertCitedRightly(fact, id);
            }
            JsonObject search = searchCheck(portal.address());
            assertThat(search.getString("vectors")).isEqualTo("pgvector");
            assertThat(search.getString("pgvector"))
                    .isEqualTo(one(database, "select extversion from pg_extension where extname = 'vector'"));
            assertThat(one(database, "select count(*) > 2 from passage_vector where manual = '" + id + "'"))
                    .isEqualTo("t");

            admin.send(admin.request("api/v1/manuals/" + id).DELETE());

            TruthProgram.await(
                    () -> Optional.of(one(database, "select count(*) from passage_vector where manual = '" + id + "'"))
                            .filter("0"::equals));
        }
        String log = Files.readString(data.resolve("logs/server.log"));
        assertThat(log).contains("vectors are searched by pgvector").doesNotContain("could not follow");
    }

    private static JsonObject searchCheck(URI portal) {
        return Program.object(Program.without(portal).get("health/ready"))
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(check -> check.getString("name").equals("search"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }

    private static String one(PGSimpleDataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
