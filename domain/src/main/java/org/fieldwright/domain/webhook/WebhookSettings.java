package org.fieldwright.domain.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * How ServiceTitan signs what it sends, and what is believed of it.
 *
 * @param key shared with ServiceTitan, {@code fieldwright.webhooks.key}; without it nothing is taken; secret
 * @param header where the signature stands, {@code fieldwright.webhooks.header}
 * @param algorithm how it is computed, {@code fieldwright.webhooks.algorithm}
 * @param encoding how it is written, {@code fieldwright.webhooks.encoding}
 * @param prefix what stands before it, such as {@code sha256=}, {@code fieldwright.webhooks.prefix}; blank for nothing
 * @param window how far an event's own time may be from ours without a word, {@code fieldwright.webhooks.window}
 * @param refuseAfter how far it may be at all, {@code fieldwright.webhooks.refuse-after}
 * @param keep how long events are kept once nothing is left to be done, {@code fieldwright.webhooks.keep}
 */
public record WebhookSettings(
        Optional<String> key,
        String header,
        Algorithm algorithm,
        Encoding encoding,
        String prefix,
        Duration window,
        Duration refuseAfter,
        Duration keep) {
    private static final String KEY = "fieldwright.webhooks.key";
    private static final String HEADER = "fieldwright.webhooks.header";
    private static final String ALGORITHM = "fieldwright.webhooks.algorithm";
    private static final String ENCODING = "fieldwright.webhooks.encoding";
    private static final String PREFIX = "fieldwright.webhooks.prefix";
    private static final String WINDOW = "fieldwright.webhooks.window";
    private static final String REFUSE_AFTER = "fieldwright.webhooks.refuse-after";
    private static final String KEEP = "fieldwright.webhooks.keep";

    public WebhookSettings {
        requireNonNull(key, "key");
        requireNonNull(algorithm, "algorithm");
        requireNonNull(encoding, "encoding");
        requireNonNull(prefix, "prefix");
        if (!header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
            throw new IllegalArgumentException(HEADER + " is not the name of a header");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(WINDOW + " must be more than nothing, not " + window);
        }
        if (refuseAfter.compareTo(window) < 0) {
            throw new IllegalArgumentException(REFUSE_AFTER + " must be at least " + WINDOW + ", not " + refuseAfter);
        }
        if (keep.compareTo(refuseAfter) < 0) { // an event that is forgotten and still young enough could be played back
            throw new IllegalArgumentException(KEEP + " must be at least " + REFUSE_AFTER + ", not " + keep);
        }
    }

    /** How a signature is computed over the raw body. */
    public enum Algorithm {
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512"),
        SHA1("HmacSHA1");

        private final String standardName;

        Algorithm(String standardName) {
            this.standardName = standardName;
        }

        /** As the setting and the platform call it. */
        public String standardName() {
            return standardName;
        }
    }

    /** How a signature is written. */
    public enum Encoding {
        /** Hex or base64, whichever fits. */
        AUTO,
        HEX,
        BASE64
    }

    public static WebhookSettings from(Config config) {
        return new WebhookSettings(
                config.getOptionalValue(KEY, String.class),
                text(config, HEADER, "x-servicetitan-signature"),
                algorithm(text(config, ALGORITHM, Algorithm.SHA256.standardName())),
                encoding(text(config, ENCODING, "auto")),
                text(config, PREFIX, ""),
                config.getOptionalValue(WINDOW, Duration.class).orElse(Duration.ofMinutes(10)),
                config.getOptionalValue(REFUSE_AFTER, Duration.class).orElse(Duration.ofHours(24)),
                config.getOptionalValue(KEEP, Duration.class).orElse(Duration.ofDays(30)));
    }

    private static String text(Config config, String setting, String otherwise) {
        return config.getOptionalValue(setting, String.class).map(String::strip).orElse(otherwise);
    }

    private static Algorithm algorithm(String name) {
        return Stream.of(Algorithm.values())
                .filter(known -> known.standardName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(ALGORITHM + " must be HmacSHA256, HmacSHA512 or HmacSHA1"));
    }

    private static Encoding encoding(String name) {
        return Stream.of(Encoding.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(ENCODING + " must be auto, hex or base64"));
    }

    /** Without the key: this may reach a log. */
    @Override
    public String toString() {
        return "WebhookSettings[header=" + header + ", open=" + key.isPresent() + "]";
    }
}
