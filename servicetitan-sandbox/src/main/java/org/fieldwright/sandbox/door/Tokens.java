package org.fieldwright.sandbox.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;

/** Gives and reads the tokens of the client credentials grant. */
final class Tokens {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private final SandboxSettings settings;
    private final Contract contract;
    private final Clock clock;
    private final AtomicInteger generation = new AtomicInteger();

    Tokens(SandboxSettings settings, Contract contract, Clock clock) {
        this.settings = settings;
        this.contract = contract;
        this.clock = clock;
    }

    /** What a token says, once it is found good. */
    record Grant(String tenant, List<String> scopes) {}

    /** All tokens given so far are worth nothing from now on. */
    void expireAll() {
        generation.incrementAndGet();
    }

    Answer give(Call call) {
        if (!call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return refused("invalid_request");
        }
        Map<String, String> form = Call.form(call.body().text());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused("unsupported_grant_type");
        }
        if (!same(settings.clientId(), form.get("client_id"))
                || !same(settings.clientSecret(), form.get("client_secret"))) {
            return refused("invalid_client");
        }
        List<String> scopes = settings.grantedScopes(contract);
        ObjectNode answer = Json.object();
        answer.put("access_token", token(scopes));
        answer.put("expires_in", settings.tokenLifetime().toSeconds());
        answer.put("token_type", "Bearer");
        answer.put("scope", String.join(" ", scopes));
        return Answer.json(200, answer).with("Cache-Control", "no-store");
    }

    /** The grant of a token that is signed by us and not too old. */
    Optional<Grant> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !same(sign(parts[0] + "." + parts[1]), parts[2])) {
            return Optional.empty();
        }
        JsonNode claims = Json.read(Bytes.of(Base64.getUrlDecoder().decode(parts[1])));
        boolean good = clock.instant().getEpochSecond() < claims.path("exp").asLong()
                && claims.path("jti").asText().startsWith(generation.get() + "-");
        List<String> scopes =
                claims.path("scope").valueStream().map(JsonNode::asText).toList();
        return good ? Optional.of(new Grant(claims.path("tenant").asText(), scopes)) : Optional.empty();
    }

    private String token(List<String> scopes) {
        Instant now = clock.instant();
        ObjectNode claims = Json.object();
        claims.put("iss", "https://auth.sandbox.invalid");
        claims.put("client_id", settings.clientId());
        claims.put("tenant", String.valueOf(settings.tenant()));
        scopes.forEach(claims.withArray("scope")::add);
        claims.put("jti", generation.get() + "-" + UUID.randomUUID());
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(settings.tokenLifetime()).getEpochSecond());
        ObjectNode header = Json.object().put("alg", "HS256").put("typ", "at+jwt");
        String signed = encoded(header) + "." + encoded(claims);
        return signed + "." + sign(signed);
    }

    private static String encoded(JsonNode part) {
        return ENCODER.encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
    }

    /** By the client's secret: so tokens outlive a restart. */
    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return ENCODER.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer refused(String error) {
        return Answer.json(400, Json.object().put("error", error));
    }
}
