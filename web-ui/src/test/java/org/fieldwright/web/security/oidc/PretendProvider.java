package org.fieldwright.web.security.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An OpenID provider on this machine that signs in whoever a test says, at once and without asking. It checks what a provider
 * checks: the client, the address, the verifier, and that a code is used once. Made of nothing but the JDK, so that the portal is
 * not tested with its own library.
 */
public final class PretendProvider implements AutoCloseable {
    public static final String CLIENT = "fieldwright";
    public static final String SECRET = "a secret of the shop";

    /** What can be wrong with a provider's answer. */
    public enum Wrong {
        NOTHING,
        NONCE,
        AUDIENCE,
        ISSUER,
        SIGNATURE,
        UNSIGNED,
        SIGNED_WITH_THE_SECRET,
        EXPIRED,
        NO_ID_TOKEN,
        ERROR_AT_THE_TOKEN_ENDPOINT,
        NO_JSON,
        REDIRECT_FROM_THE_TOKEN_ENDPOINT,
        REFUSED_BY_THE_PERSON
    }

    /**
     * Who signs in.
     *
     * @param claims beside the usual ones; they win
     */
    public record Guest(String subject, Map<String, Object> claims) {
        /** Somebody with a verified e-mail. */
        public static Guest of(String subject, String email) {
            return new Guest(subject, Map.of("email", email, "email_verified", true, "name", "Somebody of the shop"));
        }

        public Guest with(String claim, Object value) {
            Map<String, Object> more = new HashMap<>(claims);
            more.put(claim, value);
            return new Guest(subject, more);
        }
    }

    private record Granted(Map<String, String> asked, Guest guest) {}

    private final HttpServer server;
    private final Clock clock;
    private final KeyPair keys = newKeys();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Map<String, Guest> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger discoveries = new AtomicInteger();
    private volatile Guest guest = Guest.of("nobody", "nobody@shop.example");
    private volatile Wrong wrong = Wrong.NOTHING;
    private volatile boolean tellsMoreWhenAsked;

    private PretendProvider(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    public static PretendProvider start(Clock clock) {
        try {
            PretendProvider provider = new PretendProvider(clock);
            provider.at("/.well-known/openid-configuration", provider::describe);
            provider.at("/keys", provider::keys);
            provider.at("/authorize", provider::authorize);
            provider.at("/token", provider::token);
            provider.at("/userinfo", provider::userInfo);
            provider.server.setExecutor(
                    Executors.newFixedThreadPool(4, Thread.ofPlatform().daemon().factory()));
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next to sign in; everything is right again. */
    public void expect(Guest next) {
        guest = next;
        wrong = Wrong.NOTHING;
        tellsMoreWhenAsked = false;
    }

    public void goWrong(Wrong how) {
        wrong = how;
    }

    /** From now on the token says only who it is; the rest is told when asked. */
    public void tellMoreOnlyWhenAsked() {
        tellsMoreWhenAsked = true;
    }

    /** How often it was asked who it is. */
    public int discoveries() {
        return discoveries.get();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void at(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void describe(HttpExchange exchange) throws IOException {
        discoveries.incrementAndGet();
        json(
                exchange,
                200,
                Json.createObjectBuilder()
                        .add("issuer", issuer())
                        .add("authorization_endpoint", issuer() + "/authorize")
                        .add("token_endpoint", issuer() + "/token")
                        .add("userinfo_endpoint", issuer() + "/userinfo")
                        .add("jwks_uri", issuer() + "/keys")
                        .add(
                                "response_types_supported",
                                Json.createArrayBuilder().add("code"))
                        .add(
                                "subject_types_supported",
                                Json.createArrayBuilder().add("public"))
                        .add(
                                "id_token_signing_alg_values_supported",
                                Json.createArrayBuilder().add("RS256"))
                        .build());
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        json(
                exchange,
                200,
                Json.createObjectBuilder()
                        .add(
                                "keys",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("kty", "RSA")
                                                .add("use", "sig")
                                                .add("kid", "1")
                                                .add("n", encoded(key.getModulus()))
                                                .add("e", encoded(key.getPublicExponent()))))
                        .build());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        boolean right = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.keySet().containsAll(List.of("redirect_uri", "state", "nonce", "code_challenge"))
                && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid");
        if (!right) {
            json(exchange, 400, error("invalid_request"));
            return;
        }
        String answer = wrong == Wrong.REFUSED_BY_THE_PERSON ? "error=access_denied" : "code=" + grant(asked);
        redirect(
                exchange,
                asked.get("redirect_uri") + "?" + answer + "&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    private String grant(Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Granted(asked, guest));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> shown =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Granted granted = codes.remove(shown.getOrDefault("code", ""));
        if (wrong == Wrong.REDIRECT_FROM_THE_TOKEN_ENDPOINT) {
            redirect(exchange, issuer() + "/keys");
        } else if (wrong == Wrong.NO_JSON) {
            send(exchange, 200, "text/html", "<html>maintenance</html>");
        } else if (wrong == Wrong.ERROR_AT_THE_TOKEN_ENDPOINT) {
            json(exchange, 500, error("server_error"));
        } else if (!isOurClient(exchange)) {
            json(exchange, 401, error("invalid_client"));
        } else if (granted == null || !fits(granted.asked(), shown)) {
            json(exchange, 400, error("invalid_grant"));
        } else {
            json(exchange, 200, tokens(granted));
        }
    }

    private static boolean isOurClient(HttpExchange exchange) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean fits(Map<String, String> asked, Map<String, String> shown) {
        String challenge = encoded(sha256(shown.getOrDefault("code_verifier", "")));
        return "authorization_code".equals(shown.get("grant_type"))
                && asked.get("redirect_uri").equals(shown.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge);
    }

    private JsonObject tokens(Granted granted) {
        String access = UUID.randomUUID().toString();
        tokens.put(access, granted.guest());
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("access_token", access)
                .add("token_type", "Bearer")
                .add("expires_in", 60);
        if (wrong != Wrong.NO_ID_TOKEN) {
            answer.add("id_token", idToken(granted));
        }
        return answer.build();
    }

    private String idToken(Granted granted) {
        Instant now = clock.instant();
        long expires = now.plusSeconds(wrong == Wrong.EXPIRED ? -600 : 60).getEpochSecond();
        JsonObjectBuilder claims = Json.createObjectBuilder()
                .add("iss", wrong == Wrong.ISSUER ? "http://localhost:1" : issuer())
                .add("sub", granted.guest().subject())
                .add("aud", wrong == Wrong.AUDIENCE ? "somebody-else" : CLIENT)
                .add("iat", now.getEpochSecond() - 5)
                .add("exp", expires)
                .add("nonce", wrong == Wrong.NONCE ? "another" : granted.asked().get("nonce"));
        if (!tellsMoreWhenAsked) {
            add(claims, granted.guest().claims());
        }
        return signed(claims.build());
    }

    private String signed(JsonObject claims) {
        String algorithm = switch (wrong) {
            case UNSIGNED -> "none";
            case SIGNED_WITH_THE_SECRET -> "HS256";
            default -> "RS256";
        };
        JsonObject header =
                Json.createObjectBuilder().add("alg", algorithm).add("kid", "1").build();
        String content = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        return content + "." + signature(content);
    }

    private String signature(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            return switch (wrong) {
                case UNSIGNED -> "";
                case SIGNED_WITH_THE_SECRET -> {
                    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
                    mac.init(
                            new javax.crypto.spec.SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
                    yield encoded(mac.doFinal(bytes));
                }
                default -> {
                    Signature signature = Signature.getInstance("SHA256withRSA");
                    signature.initSign(wrong == Wrong.SIGNATURE ? newKeys().getPrivate() : keys.getPrivate());
                    signature.update(bytes);
                    yield encoded(signature.sign());
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .orElse("");
        Guest about = tokens.get(token);
        if (about == null) {
            json(exchange, 401, error("invalid_token"));
            return;
        }
        JsonObjectBuilder claims = Json.createObjectBuilder().add("sub", about.subject());
        add(claims, about.claims());
        json(exchange, 200, claims.build());
    }

    private static void add(JsonObjectBuilder to, Map<String, Object> claims) {
        claims.forEach((name, value) -> {
            switch (value) {
                case Boolean truth -> to.add(name, truth);
                case List<?> several -> {
                    JsonArrayBuilder array = Json.createArrayBuilder();
                    several.forEach(each -> array.add(each.toString()));
                    to.add(name, array);
                }
                default -> to.add(name, value.toString());
            }
        });
    }

    private static JsonObject error(String code) {
        return Json.createObjectBuilder().add("error", code).build();
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> first));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, JsonObject body) throws IOException {
        send(exchange, status, "application/json", body.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
