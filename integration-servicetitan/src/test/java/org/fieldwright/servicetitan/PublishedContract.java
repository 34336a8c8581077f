package org.fieldwright.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds requests against ServiceTitan's published OpenAPI documents, where they are: in the folder that the environment variable
 * FIELDWRIGHT_SERVICETITAN_OPENAPI names, else beside the checkout. They are not ours and not in this repository. At its end the run says how
 * many operations it has seen.
 */
final class PublishedContract implements BeforeAllCallback {
    private static final Map<String, Path> DOCUMENTS = documents();
    private static final Map<String, OpenApiInteractionValidator> VALIDATORS = new ConcurrentHashMap<>();
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(PublishedContract.class, here -> new Report(), Report.class);
    }

    static void accepts(List<LoggedRequest> requests) {
        if (DOCUMENTS.isEmpty()) {
            return;
        }
        requests.forEach(PublishedContract::accept);
    }

    private static void accept(LoggedRequest request) {
        URI asked = URI.create(request.getUrl());
        String base = DOCUMENTS.keySet().stream()
                .filter(known -> asked.getPath().startsWith(known + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no published module has " + asked.getPath()));

        ValidationReport report = VALIDATORS
                .computeIfAbsent(base, PublishedContract::validator)
                .validateRequest(translated(request, asked));

        assertThat(report.getMessages().stream().filter(message -> message.getLevel() == ValidationReport.Level.ERROR))
                .as("%s %s %s", request.getMethod(), request.getUrl(), request.getBodyAsString())
                .isEmpty();
        SEEN.add(request.getMethod() + " " + asked.getPath().replaceAll("/\\d+", "/{id}"));
    }

    private static SimpleRequest translated(LoggedRequest request, URI asked) {
        SimpleRequest.Builder translated =
                new SimpleRequest.Builder(request.getMethod().getName(), asked.getPath());
        request.getHeaders().all().forEach(header -> translated.withHeader(header.key(), header.values()));
        for (Map.Entry<String, QueryParameter> parameter :
                request.getQueryParams().entrySet()) {
            translated.withQueryParam(parameter.getKey(), parameter.getValue().values());
        }
        byte[] body = request.getBody();
        if (body.length > 0) {
            translated.withBody(body);
        }
        return translated.build();
    }

    private static OpenApiInteractionValidator validator(String base) {
        OpenAPI document = new OpenAPIV3Parser().read(DOCUMENTS.get(base).toString());
        return OpenApiInteractionValidator.createFor(document)
                .withBasePathOverride(base)
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    /** By the path at which each module is served, such as {@code /crm/v2}. */
    private static Map<String, Path> documents() {
        Path folder = folder();
        Map<String, Path> documents = new ConcurrentHashMap<>();
        if (!Files.isDirectory(folder)) {
            return documents;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                documents.put(servedAt(file), file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return documents;
    }

    private static String servedAt(Path file) throws IOException {
        String text = Files.readString(file);
        String address = "https://api.servicetitan.io";
        int start = text.indexOf(address) + address.length();
        return text.substring(start, text.indexOf('"', start));
    }

    private static Path folder() {
        String named = System.getenv("FIELDWRIGHT_SERVICETITAN_OPENAPI");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/architecture.puml"))) {
            here = here.getParent();
        }
        return here.resolveSibling("shared/servicetitan/openapi");
    }

    /** Closed when all tests have run. */
    private static final class Report implements AutoCloseable {
        @Override
        public void close() {
            System.out.println(
                    DOCUMENTS.isEmpty()
                            ? "ServiceTitan's published documents are not here: requests were not held against them."
                            : "Requests of " + SEEN.size()
                                    + " operations agree with ServiceTitan's published documents.");
        }
    }
}
