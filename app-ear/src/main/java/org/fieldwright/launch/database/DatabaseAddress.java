package org.fieldwright.launch.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a PostgreSQL answers and as whom.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/database}, without user and password
 */
public record DatabaseAddress(String url, String user, String password) {

    private static final String JDBC = "jdbc:";

    /**
     * Reads what operators write: {@code jdbc:postgresql://host:5432/name} or {@code postgresql://user:password@host/name}.
     *
     * @param given the address; user and password in it give way to the two others
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static DatabaseAddress of(String given, Optional<String> user, Optional<String> password) {
        String plain = given.startsWith(JDBC) ? given.substring(JDBC.length()) : given;
        if (plain.startsWith("postgres:")) {
            plain = "postgresql:" + plain.substring("postgres:".length());
        }
        if (!plain.startsWith("postgresql://")) {
            throw new IllegalArgumentException(
                    "The database address must look like jdbc:postgresql://host:5432/fieldwright");
        }
        URI uri = URI.create(plain);
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("The database address needs a host and the name of a database: "
                    + "jdbc:postgresql://host:5432/fieldwright");
        }
        Optional<String[]> login = Optional.ofNullable(uri.getRawUserInfo()).map(info -> info.split(":", 2));
        String name = user.or(() -> login.map(part -> decoded(part[0])))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The database needs a user: set FIELDWRIGHT_DATABASE_USER and FIELDWRIGHT_DATABASE_PASSWORD."));
        String secret = password.or(() -> login.filter(part -> part.length == 2).map(part -> decoded(part[1])))
                .orElse("");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                JDBC + "postgresql://" + uri.getHost() + port + uri.getRawPath() + query, name, secret);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password, so that it cannot get into a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
