package org.fieldwright.domain.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What ServiceTitan sends, made up for tests. */
public final class Deliveries {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final long TENANT = 4711;

    private Deliveries() {}

    /** An event of our tenant with an occurrence of its own. */
    static byte[] event(String type, String dataWithoutTenant, Instant time) {
        return event(type, dataWithoutTenant, time, UUID.randomUUID().toString(), TENANT);
    }

    /** An event in its envelope. */
    public static byte[] event(String type, String dataWithoutTenant, Instant time, String occurrence, long tenant) {
        JsonObjectBuilder data = Json.createObjectBuilder(object(dataWithoutTenant))
                .add("tenantId", tenant)
                .add("tenantName", "Prairie Comfort");
        return Json.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", UUID.randomUUID().toString())
                .add("type", type)
                .add("time", time.toString())
                .add("source", "https://webhooks.servicetitan.io")
                .add("userassignedid", occurrence)
                .add("datacontenttype", "application/json")
                .add("data", data)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] body) {
        return hex(KEY, body);
    }

    /** The signature as ServiceTitan is believed to write it. */
    public static String hex(String key, byte[] body) {
        return HexFormat.of().formatHex(hash("HmacSHA256", key, body));
    }

    static byte[] hash(String algorithm, String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
