package org.fieldwright.servicetitan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ConnectionProbe;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** Tries a connection: a token, what it opens, and a page of business units. */
@ApplicationScoped
class RestConnectionProbe implements ConnectionProbe {
    private static final Duration ONE_CALL = Duration.ofSeconds(10);
    private static final String PAGE_SCOPE = "tn.stt.businessunits:r";

    private Clock clock;

    /** For the container's proxy. */
    protected RestConnectionProbe() {}

    @Inject
    RestConnectionProbe(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Result probe(Connection connection) {
        Session session = new Session(connection, ONE_CALL, ONE_CALL, clock);
        try {
            Tokens.Token token = session.token();
            JsonObject claims = claims(token.text());
            if (isOfAnother(claims, connection)) {
                return new Result.Fails(Trouble.OTHER_TENANT, Troubles.otherTenant(connection));
            }
            Set<String> granted = granted(token, claims);
            List<MissingScope> missing = granted.isEmpty() ? List.of() : Scopes.missing(granted);
            boolean mayRead = missing.stream().noneMatch(scope -> scope.scope().equals(PAGE_SCOPE));
            if (mayRead) {
                new Page(session.call(
                                PAGE_SCOPE,
                                false,
                                clients -> clients.of(SettingsApi.class)
                                        .read(
                                                clients.tenant(),
                                                "business-units",
                                                ReadQuery.none().page(1, 1))))
                        .rows();
            }
            return new Result.Works(missing, session.theirsAhead());
        } catch (ServiceTitanException said) {
            return new Result.Fails(said.trouble(), said.getMessage());
        } catch (RuntimeException failure) {
            ServiceTitanException said = Troubles.of(failure, connection, PAGE_SCOPE, false);
            return new Result.Fails(said.trouble(), said.getMessage());
        }
    }

    private static boolean isOfAnother(JsonObject claims, Connection connection) {
        String tenant = switch (claims.get("tenant")) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            case null, default -> "";
        };
        return !tenant.isBlank() && !tenant.equals(Long.toString(connection.tenant()));
    }

    /** What they say beside the token, else what the token itself says; empty when neither says anything. */
    private static Set<String> granted(Tokens.Token token, JsonObject claims) {
        Set<String> scopes = new HashSet<>(words(token.scope()));
        switch (claims.get("scope")) {
            case JsonString text -> scopes.addAll(words(text.getString()));
            case JsonArray several ->
                several.stream()
                        .filter(JsonString.class::isInstance)
                        .forEach(scope -> scopes.add(((JsonString) scope).getString()));
            case null, default -> {}
        }
        return scopes;
    }

    private static List<String> words(String scopes) {
        return scopes.isBlank() ? List.of() : List.of(scopes.strip().split("\\s+"));
    }

    /** The middle part of a JWT, as a hint; who gave it is not proved by this. Empty when it is none. */
    private static JsonObject claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            return reader.readObject();
        } catch (IllegalArgumentException | JsonException | IllegalStateException notReadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
