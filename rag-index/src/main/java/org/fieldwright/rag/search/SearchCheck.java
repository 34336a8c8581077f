package org.fieldwright.rag.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.manual.PassageIndex;

/** Ready when the index follows the library and the embedding model is loaded; says where vectors are searched. */
@Readiness
@ApplicationScoped
class SearchCheck implements HealthCheck {
    private SearchAtWork search;
    private PassageIndex index;
    private Embedder embedder;

    /** For the container's proxy. */
    protected SearchCheck() {}

    @Inject
    SearchCheck(SearchAtWork search, PassageIndex index, Embedder embedder) {
        this.search = search;
        this.index = index;
        this.embedder = embedder;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("search")
                .status(search.isReady())
                .withData("revision", index.revision())
                .withData("model", embedder.model());
        ChosenVectors vectors = search.vectors();
        answer.withData("vectors", vectors.name());
        vectors.pgvector().ifPresent(version -> answer.withData("pgvector", version));
        vectors.warning().ifPresent(warning -> answer.withData("warning", warning));
        return answer.build();
    }
}
