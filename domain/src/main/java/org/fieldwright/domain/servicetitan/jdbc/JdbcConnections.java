package org.fieldwright.domain.servicetitan.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.Connections;
import org.fieldwright.domain.shared.Sealer;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** One row, and in it one sealed object with everything that is secret. */
@ApplicationScoped
class JdbcConnections implements Connections {
    private static final String PURPOSE = "servicetitan connection";

    private Jdbc jdbc;
    private Sealer sealer;

    /** For the container's proxy. */
    protected JdbcConnections() {}

    @Inject
    JdbcConnections(Jdbc jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public Optional<Kept> current() {
        return jdbc.first(
                "select revision, place, api, auth, tenant, application_guid, sealed, kept_by, kept_at"
                        + " from servicetitan_connection",
                this::kept);
    }

    private Kept kept(ResultSet row) throws SQLException {
        JsonObject secrets = read(sealer.open(PURPOSE, row.getBytes(7)));
        Connection connection = new Connection(
                Connection.Place.valueOf(row.getString(2)),
                URI.create(row.getString(3)),
                URI.create(row.getString(4)),
                row.getLong(5),
                secrets.getString("clientId"),
                secrets.getString("clientSecret"),
                secrets.getString("appKey"),
                row.getString(6));
        return new Kept(
                connection,
                row.getLong(1),
                row.getString(8),
                row.getTimestamp(9).toInstant());
    }

    @Override
    public long keep(Connection connection, String by, Instant at) {
        String secrets = Json.createObjectBuilder()
                .add("clientId", connection.clientId())
                .add("clientSecret", connection.clientSecret())
                .add("appKey", connection.appKey())
                .build()
                .toString();
        return jdbc.first(
                        """
                        insert into servicetitan_connection
                            (revision, place, api, auth, tenant, application_guid, sealed, kept_by, kept_at)
                        values (nextval('servicetitan_connection_revision'), ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (only_one) do update set revision = excluded.revision, place = excluded.place,
                            api = excluded.api, auth = excluded.auth, tenant = excluded.tenant,
                            application_guid = excluded.application_guid, sealed = excluded.sealed,
                            kept_by = excluded.kept_by, kept_at = excluded.kept_at
                        returning revision
                        """,
                        row -> row.getLong(1),
                        connection.place(),
                        connection.api().toString(),
                        connection.auth().toString(),
                        connection.tenant(),
                        connection.applicationGuid(),
                        sealer.seal(PURPOSE, secrets),
                        by,
                        at)
                .orElseThrow();
    }

    @Override
    public void forget() {
        jdbc.update("delete from servicetitan_connection");
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
