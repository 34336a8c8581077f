package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fieldwright.architecture.House;

/** The description of the API, which holds answers to what it says. Remembers what it was asked about. */
final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    ApiDescription(JsonNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(OpenApi30.getInstance())
                .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                .build();
    }

    /** As it stands in the documentation. */
    static ApiDescription written() throws IOException {
        return new ApiDescription(YAML.readTree(Files.readString(House.file("docs/openapi.yaml"))));
    }

    JsonNode document() {
        return document;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** All of them, as {@code GET /api/v1/manuals}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .forEach(operation ->
                                operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The operations of which a good answer was seen. */
    Set<String> seenToSucceed() {
        return new TreeSet<>(seen);
    }

    /** Checks that the answer has a status, a media type and a body that the operation describes. */
    void check(String operation, HttpResponse<?> answer) {
        JsonNode described = described(operation).path("responses").path(Integer.toString(answer.statusCode()));
        assertThat(described.isMissingNode())
                .as("%s says nothing of the status %s (%s)", operation, answer.statusCode(), answer.body())
                .isFalse();
        JsonNode content = resolved(described).path("content");
        String type = Program.contentType(answer);
        if (content.isMissingNode()) {
            assertThat(type).as("media type of %s without content", operation).isEmpty();
        } else {
            assertThat(content.has(type))
                    .as("%s says nothing of %s", operation, type)
                    .isTrue();
            if (type.endsWith("json")) {
                checkBody(operation, content.get(type).get("schema"), (String) answer.body());
            }
        }
        if (answer.statusCode() < 300) {
            seen.add(operation);
        }
    }

    private void checkBody(String operation, JsonNode schema, String body) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.get("components"));
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Set<ValidationMessage> wrong = schemas.getSchema(root, strict).validate(json(body));
        assertThat(wrong)
                .as("%s answered what its description does not allow: %s", operation, body)
                .isEmpty();
    }

    private JsonNode described(String operation) {
        String[] parts = operation.split(" ", 2);
        JsonNode found = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        assertThat(found.isMissingNode()).as("operation %s", operation).isFalse();
        return found;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is missing in an operation for somebody who has nothing but the description. */
    Set<String> gaps(String operation) {
        JsonNode found = described(operation);
        Set<String> gaps = new TreeSet<>();
        for (String needed : new String[] {"summary", "operationId", "tags", "responses"}) {
            if (!found.hasNonNull(needed)) {
                gaps.add(needed);
            }
        }
        Set<String> statuses = StreamSupport.stream(
                        ((Iterable<String>) () -> found.path("responses").fieldNames()).spliterator(), false)
                .collect(Collectors.toSet());
        if (statuses.stream().noneMatch(status -> status.startsWith("2"))) {
            gaps.add("a good answer");
        }
        statuses.stream()
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .forEach(status -> {
                    if (!resolved(found.path("responses").path(status))
                            .path("content")
                            .has("application/problem+json")) {
                        gaps.add(status + " as a problem");
                    }
                });
        if (!statuses.contains("401")) {
            gaps.add("401");
        }
        return gaps;
    }
}
