package org.fieldwright.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fieldwright.sandbox.contract.Contract;

/**
 * What the sandbox is set to. Change single things with the {@code with…} methods.
 *
 * @param scopes what the application is granted; {@code *} is everything
 * @param callsPerSecond how many calls the limiter lets through
 * @param exportDelay how old a row must be before a feed shows it without {@code includeRecentChanges}
 * @param exportRepeats how many rows a feed gives again when it is asked for recent changes
 * @param capabilities what the portal lists no longer but still answers: {@code complete-jobs}, {@code hold-jobs}, {@code create-payments}
 */
public record SandboxSettings(
        String clientId,
        String clientSecret,
        String appKey,
        long tenant,
        String tenantName,
        Set<String> scopes,
        Duration tokenLifetime,
        int callsPerSecond,
        boolean retryAfterHeader,
        Duration clockAhead,
        int exportPage,
        Duration exportDelay,
        int exportRepeats,
        Set<String> capabilities,
        String controlKey,
        Seed seed,
        Webhooks webhooks) {

    /** What an empty database is filled with at the first start. */
    public enum Seed {
        NONE,
        SMALL,
        LARGE
    }

    /** How a hash is written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /**
     * Where events go and how they are signed.
     *
     * @param algorithm of the JDK, as in {@code HmacSHA256}
     * @param retries how long after each failed delivery the next one comes; after the last the event is dropped
     */
    public record Webhooks(
            Optional<URI> callback,
            String key,
            String header,
            String algorithm,
            Encoding encoding,
            List<Duration> retries) {
        public Webhooks {
            retries = List.copyOf(retries);
        }

        public Webhooks withCallback(URI address) {
            return new Webhooks(Optional.of(address), key, header, algorithm, encoding, retries);
        }

        public Webhooks withRetries(List<Duration> waits) {
            return new Webhooks(callback, key, header, algorithm, encoding, waits);
        }

        public Webhooks withEncoding(Encoding other) {
            return new Webhooks(callback, key, header, algorithm, other, retries);
        }
    }

    public SandboxSettings {
        scopes = Set.copyOf(scopes);
        capabilities = Set.copyOf(capabilities);
        if (callsPerSecond < 1 || exportPage < 1 || exportRepeats < 0) {
            throw new IllegalArgumentException("Calls a second and rows of a feed must be more than nought.");
        }
        if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
            throw new IllegalArgumentException("A token must live for some time.");
        }
    }

    /** The settings of the demo, as they stand in the module's README. */
    public static SandboxSettings demo() {
        return read(name -> null);
    }

    /** Reads settings by their names; what is not named has the value of the demo. */
    public static SandboxSettings read(UnaryOperator<String> named) {
        Names names = new Names(named);
        return new SandboxSettings(
                names.text("sandbox.client-id", "cid.fieldwright-demo"),
                names.text("sandbox.client-secret", "cs1.fieldwright-demo-secret"),
                names.text("sandbox.app-key", "ak1.fieldwright-demo"),
                Long.parseLong(names.text("sandbox.tenant", "4005370")),
                names.text("sandbox.tenant-name", "Copper Creek Home Services"),
                Set.copyOf(names.list("sandbox.scopes", "*")),
                Duration.parse(names.text("sandbox.token-lifetime", "PT15M")),
                Integer.parseInt(names.text("sandbox.calls-per-second", "60")),
                Boolean.parseBoolean(names.text("sandbox.retry-after-header", "true")),
                Duration.parse(names.text("sandbox.clock-ahead", "PT0S")),
                Integer.parseInt(names.text("sandbox.export-page", "500")),
                Duration.parse(names.text("sandbox.export-delay", "PT0S")),
                Integer.parseInt(names.text("sandbox.export-repeats", "3")),
                Set.copyOf(names.list("sandbox.capabilities", "")),
                names.text("sandbox.control-key", "desk-demo"),
                Seed.valueOf(names.text("sandbox.seed", "small").toUpperCase(java.util.Locale.ROOT)),
                new Webhooks(
                        names.maybe("sandbox.webhook-url").map(URI::create),
                        names.text("sandbox.webhook-key", "whk-fieldwright-demo-0123456789abcdef"),
                        names.text("sandbox.webhook-header", "x-servicetitan-signature"),
                        names.text("sandbox.webhook-algorithm", "HmacSHA256"),
                        Encoding.valueOf(
                                names.text("sandbox.webhook-encoding", "hex").toUpperCase(java.util.Locale.ROOT)),
                        names.list("sandbox.webhook-retries", "PT10S,PT30S,PT60S,PT300S").stream()
                                .map(Duration::parse)
                                .toList()));
    }

    private record Names(UnaryOperator<String> named) {
        java.util.Optional<String> maybe(String name) {
            return java.util.Optional.ofNullable(named.apply(name)).filter(value -> !value.isBlank());
        }

        String text(String name, String otherwise) {
            return maybe(name).orElse(otherwise).strip();
        }

        List<String> list(String name, String otherwise) {
            return java.util.stream.Stream.of(text(name, otherwise).split(",", -1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    /** Whether the application may do what an operation asks for. */
    public boolean grants(String scope) {
        return scopes.contains("*") || scopes.contains(scope);
    }

    /** The scopes of a token, all written out. */
    public List<String> grantedScopes(Contract contract) {
        return contract.operations().stream()
                .map(operation -> operation.scope())
                .distinct()
                .filter(this::grants)
                .sorted()
                .toList();
    }

    public SandboxSettings withSeed(Seed other) {
        return with(scopes, tokenLifetime, callsPerSecond, retryAfterHeader, capabilities, other, webhooks);
    }

    public SandboxSettings withScopes(Set<String> other) {
        return with(other, tokenLifetime, callsPerSecond, retryAfterHeader, capabilities, seed, webhooks);
    }

    public SandboxSettings withCallsPerSecond(int other) {
        return with(scopes, tokenLifetime, other, retryAfterHeader, capabilities, seed, webhooks);
    }

    public SandboxSettings withoutRetryAfterHeader() {
        return with(scopes, tokenLifetime, callsPerSecond, false, capabilities, seed, webhooks);
    }

    public SandboxSettings withTokenLifetime(Duration other) {
        return with(scopes, other, callsPerSecond, retryAfterHeader, capabilities, seed, webhooks);
    }

    public SandboxSettings withCapabilities(Set<String> other) {
        return with(scopes, tokenLifetime, callsPerSecond, retryAfterHeader, other, seed, webhooks);
    }

    public SandboxSettings withWebhooks(Webhooks other) {
        return with(scopes, tokenLifetime, callsPerSecond, retryAfterHeader, capabilities, seed, other);
    }

    private SandboxSettings with(
            Set<String> newScopes,
            Duration newLifetime,
            int newCalls,
            boolean newHeader,
            Set<String> newCapabilities,
            Seed newSeed,
            Webhooks newWebhooks) {
        return new SandboxSettings(
                clientId,
                clientSecret,
                appKey,
                tenant,
                tenantName,
                newScopes,
                newLifetime,
                newCalls,
                newHeader,
                clockAhead,
                exportPage,
                exportDelay,
                exportRepeats,
                newCapabilities,
                controlKey,
                newSeed,
                newWebhooks);
    }
}
