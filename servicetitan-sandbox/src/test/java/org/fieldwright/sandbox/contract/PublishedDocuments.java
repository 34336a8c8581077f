package org.fieldwright.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;

/**
 * ServiceTitan's own OpenAPI documents, where somebody has put them beside the checkout: OpenAPI 3.1, whose schemas are JSON Schema
 * 2020-12, so that a validator of JSON Schema reads them as they are.
 */
public final class PublishedDocuments {
    private static final String NAME = "FIELDWRIGHT_SERVICETITAN_OPENAPI";
    private static final String BASE = "https://documents.invalid/";
    private final Map<String, JsonNode> documents = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private PublishedDocuments(Path folder) {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".json")).toList()) {
                ObjectNode document = (ObjectNode) Json.read(Bytes.of(Files.readAllBytes(path)));
                String server =
                        document.path("servers").path(0).path("url").asText().replaceFirst("https://[^/]+", "");
                documents.put(server, document);
                files.put(server, BASE + path.getFileName());
                texts.put(BASE + path.getFileName(), Json.write(withNamedSchemas(document)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)));
    }

    /** The documents, if they are there. */
    public static Optional<PublishedDocuments> find() {
        String named = System.getProperty(NAME, System.getenv(NAME));
        Path folder = named == null ? besideTheCheckout() : Path.of(named);
        return Files.isDirectory(folder) ? Optional.of(new PublishedDocuments(folder)) : Optional.empty();
    }

    private static Path besideTheCheckout() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("docs/architecture.puml"))) {
            here = here.getParent();
        }
        return here == null ? Path.of("none") : here.resolveSibling("shared/servicetitan/openapi");
    }

    /** Every operation as METHOD and path from the root. */
    public List<String> operations() {
        return documents.entrySet().stream()
                .flatMap(document -> document.getValue().path("paths").properties().stream()
                        .flatMap(path -> path.getValue().properties().stream()
                                .filter(method -> Set.of("get", "put", "post", "patch", "delete")
                                        .contains(method.getKey()))
                                .map(method -> method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                        + document.getKey() + path.getKey())))
                .sorted()
                .toList();
    }

    /** Whether an operation is in the documents at all: what the portal lists no longer is not. */
    public boolean knows(Operation operation) {
        return !published(operation).isMissingNode();
    }

    /** What is wrong with a request body. */
    public Set<ValidationMessage> wrongInRequest(Operation operation, JsonNode body) {
        return schema(operation, "request").map(schema -> schema.validate(body)).orElse(Set.of());
    }

    /** What is wrong with the body of a good answer. */
    public Set<ValidationMessage> wrongInAnswer(Operation operation, int status, JsonNode body) {
        if (published(operation).path("responses").path(String.valueOf(status)).isMissingNode()) {
            return Set.of(ValidationMessage.builder()
                    .message("no documented status: " + status)
                    .build());
        }
        return schema(operation, String.valueOf(status))
                .map(schema -> schema.validate(body))
                .orElse(Set.of());
    }

    /** What the sandbox's own table says, against the documents: the scope, and the names of the query parameters. */
    public Optional<String> difference(Operation operation) {
        JsonNode published = published(operation);
        String scope = published.path("security").path(0).path("oauth").path(0).asText("none");
        List<String> parameters = published
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .sorted()
                .toList();
        if (!scope.equals(operation.scope())) {
            return Optional.of(operation.key() + " has the scope " + scope);
        }
        List<String> ours = operation.query().keySet().stream().sorted().toList();
        return ours.equals(parameters)
                ? Optional.empty()
                : Optional.of(operation.key() + " has the parameters " + parameters);
    }

    private Optional<JsonSchema> schema(Operation operation, String part) {
        Place place = place(operation);
        String name = name(operation.method().toLowerCase(java.util.Locale.ROOT), place.path(), part);
        if (content(published(operation), part).isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(schemas.computeIfAbsent(
                place.server() + name,
                key -> factory.getSchema(SchemaLocation.of(files.get(place.server()) + "#/$defs/" + name))));
    }

    private record Place(String server, String path) {}

    private Place place(Operation operation) {
        return documents.keySet().stream()
                .filter(server -> operation.path().startsWith(server + "/"))
                .map(server -> new Place(server, operation.path().substring(server.length())))
                .findFirst()
                .orElse(new Place("", ""));
    }

    private JsonNode published(Operation operation) {
        Place place = place(operation);
        return documents
                .getOrDefault(place.server(), Json.object())
                .path("paths")
                .path(place.path())
                .path(operation.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static JsonNode content(JsonNode operation, String part) {
        JsonNode holder = part.equals("request")
                ? operation.path("requestBody")
                : operation.path("responses").path(part);
        return holder.path("content").path("application/json").path("schema");
    }

    /** Gives the schema of every body a name that a reference can use. */
    private static ObjectNode withNamedSchemas(ObjectNode document) {
        ObjectNode defs = document.putObject("$defs");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    set(defs, name(method.getKey(), path.getKey(), "request"), content(operation, "request"));
                    operation
                            .path("responses")
                            .properties()
                            .forEach(response -> set(
                                    defs,
                                    name(method.getKey(), path.getKey(), response.getKey()),
                                    content(operation, response.getKey())));
                }));
        return document;
    }

    private static void set(ObjectNode defs, String name, JsonNode schema) {
        if (!schema.isMissingNode()) {
            defs.set(name, schema);
        }
    }

    private static String name(String method, String path, String part) {
        return (method + path + "_" + part).replaceAll("[^A-Za-z0-9]", "_");
    }
}
