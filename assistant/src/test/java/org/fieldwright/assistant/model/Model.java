package org.fieldwright.assistant.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.HeaterLibrary;

/** A model's endpoint that says what it is told, and writers that ask it. */
final class Model implements AutoCloseable {
    static final String OPENAI = "/v1/chat/completions";
    static final String OLLAMA = "/api/chat";

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    Model() {
        server.start();
    }

    WireMockServer server() {
        return server;
    }

    /** The endpoint streams these words, as OpenAI and as Ollama would. */
    void says(String words) {
        answers(OPENAI, openAi(words));
        answers(OLLAMA, ollama(words));
    }

    void answers(String path, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(response));
    }

    static ResponseDefinitionBuilder openAi(String words) {
        return sse(openAiChunks(words) + openAiEnd());
    }

    /** A stream that stops before the model said that it has finished. */
    static ResponseDefinitionBuilder openAiCutOff(String words) {
        return sse(openAiChunks(words));
    }

    static ResponseDefinitionBuilder sse(String body) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
    }

    static String openAiChunks(String words) {
        return pieces(words).stream()
                .map(piece -> "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":" + json(piece)
                        + "},\"finish_reason\":null}]}\n\n")
                .collect(Collectors.joining());
    }

    private static String openAiEnd() {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    }

    private static ResponseDefinitionBuilder ollama(String words) {
        String lines = pieces(words).stream()
                .map(piece -> "{\"model\":\"m\",\"created_at\":\"2026-03-02T12:00:00Z\",\"message\":{\"role\":"
                        + "\"assistant\",\"content\":" + json(piece) + "},\"done\":false}\n")
                .collect(Collectors.joining());
        return aResponse()
                .withHeader("Content-Type", "application/x-ndjson")
                .withBody(lines
                        + "{\"model\":\"m\",\"created_at\":\"2026-03-02T12:00:00Z\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true}\n");
    }

    private static List<String> pieces(String words) {
        return List.of(words.split("(?<= )", -1));
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    AiSettings settings(AiSettings.Kind kind, Duration timeout, int maxConcurrent) {
        String path = kind == AiSettings.Kind.OPENAI ? "/v1" : "";
        return new AiSettings(
                kind,
                Optional.of(URI.create(server.baseUrl() + path)),
                "small-one",
                Optional.of("the-key"),
                timeout,
                maxConcurrent,
                16_000,
                300,
                Duration.ofSeconds(30));
    }

    LangChainWriter writer(AiSettings settings, Clock clock, HeaterLibrary heater) {
        return new LangChainWriter(settings, new EvidencePages(heater.library()), clock);
    }

    @Override
    public void close() {
        server.stop();
    }
}
