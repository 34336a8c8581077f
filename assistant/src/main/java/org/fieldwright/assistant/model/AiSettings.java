package org.fieldwright.assistant.model;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the language model is and how long it may take. Without {@code fieldwright.ai.base-url} there is none, and the
 * product answers word for word.
 *
 * @param kind what the endpoint speaks, {@code fieldwright.ai.kind}: {@code openai} (default) or {@code ollama}
 * @param baseUrl {@code fieldwright.ai.base-url}, e.g. {@code https://models.example/v1}; empty switches the model off
 * @param model its name there, {@code fieldwright.ai.model}
 * @param apiKey {@code fieldwright.ai.api-key}; empty sends none
 * @param timeout the longest one answer may take, from asking to the last word, {@code fieldwright.ai.timeout}
 * @param maxConcurrent how many answers are written at once, {@code fieldwright.ai.max-concurrent}
 * @param maxPromptCharacters how much manual text is sent at most, {@code fieldwright.ai.max-prompt-characters}
 * @param maxAnswerTokens how long an answer may get, {@code fieldwright.ai.max-answer-tokens}
 * @param pauseAfterFailures how long the model is left alone once it failed three times in a row,
 *     {@code fieldwright.ai.pause-after-failures}
 */
public record AiSettings(
        Kind kind,
        Optional<URI> baseUrl,
        String model,
        Optional<String> apiKey,
        Duration timeout,
        int maxConcurrent,
        int maxPromptCharacters,
        int maxAnswerTokens,
        Duration pauseAfterFailures) {
    /** What an endpoint speaks. */
    public enum Kind {
        OPENAI,
        OLLAMA
    }

    public AiSettings {
        requireNonNull(kind, "kind");
        model = model.strip();
        apiKey = apiKey.map(String::strip).filter(key -> !key.isEmpty());
        if (baseUrl.isPresent()) {
            URI url = baseUrl.get();
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            require(web && url.getHost() != null, "base-url", "an http or https address with a host");
            require(
                    url.getUserInfo() == null,
                    "base-url",
                    "an address without a name or password; use fieldwright.ai.api-key");
            require(url.getQuery() == null && url.getFragment() == null, "base-url", "an address without ? and #");
            require(!model.isEmpty(), "model", "set when fieldwright.ai.base-url is");
        }
        require(isWithin(timeout, Duration.ofSeconds(1), Duration.ofMinutes(10)), "timeout", "from PT1S to PT10M");
        require(maxConcurrent >= 1 && maxConcurrent <= 100, "max-concurrent", "from 1 to 100");
        require(
                maxPromptCharacters >= 1_000 && maxPromptCharacters <= 200_000,
                "max-prompt-characters",
                "from 1000 to 200000");
        require(maxAnswerTokens >= 50 && maxAnswerTokens <= 8_000, "max-answer-tokens", "from 50 to 8000");
        require(
                isWithin(pauseAfterFailures, Duration.ofSeconds(1), Duration.ofHours(1)),
                "pause-after-failures",
                "from PT1S to PT1H");
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException in words that name the setting
     */
    public static AiSettings from(Config config) {
        return new AiSettings(
                kind(config.getOptionalValue("fieldwright.ai.kind", String.class)
                        .orElse("openai")),
                config.getOptionalValue("fieldwright.ai.base-url", URI.class),
                config.getOptionalValue("fieldwright.ai.model", String.class).orElse(""),
                config.getOptionalValue("fieldwright.ai.api-key", String.class),
                config.getOptionalValue("fieldwright.ai.timeout", Duration.class)
                        .orElse(Duration.ofSeconds(60)),
                config.getOptionalValue("fieldwright.ai.max-concurrent", Integer.class)
                        .orElse(4),
                config.getOptionalValue("fieldwright.ai.max-prompt-characters", Integer.class)
                        .orElse(16_000),
                config.getOptionalValue("fieldwright.ai.max-answer-tokens", Integer.class)
                        .orElse(700),
                config.getOptionalValue("fieldwright.ai.pause-after-failures", Duration.class)
                        .orElse(Duration.ofSeconds(30)));
    }

    /** No model. */
    static AiSettings none() {
        return new AiSettings(
                Kind.OPENAI,
                Optional.empty(),
                "",
                Optional.empty(),
                Duration.ofSeconds(60),
                4,
                16_000,
                700,
                Duration.ofSeconds(30));
    }

    public boolean isConfigured() {
        return baseUrl.isPresent();
    }

    private static Kind kind(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "openai" -> Kind.OPENAI;
            case "ollama" -> Kind.OLLAMA;
            default -> throw new IllegalArgumentException("fieldwright.ai.kind must be openai or ollama, not " + name);
        };
    }

    private static boolean isWithin(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }

    private static void require(boolean met, String name, String rule) {
        if (!met) {
            throw new IllegalArgumentException("fieldwright.ai." + name + " must be " + rule);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AiSettings[" + kind + ", " + baseUrl.map(URI::toString).orElse("no model") + ", " + model + "]";
    }
}
