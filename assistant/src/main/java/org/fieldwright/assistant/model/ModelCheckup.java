package org.fieldwright.assistant.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.copilot.InOwnWords;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;
import org.fieldwright.domain.shared.InWords;

/** Who words the answers, and how that went lately. The model is not asked for it, and its key is nobody's business. */
@ApplicationScoped
class ModelCheckup implements Checkup {
    private static final String MEANWHILE = " Meanwhile answers are quoted word for word.";

    private AiSettings settings;
    private LangChainWriter writer;
    private Clock clock;

    /** For the container's proxy. */
    protected ModelCheckup() {}

    @Inject
    ModelCheckup(AiSettings settings, @InOwnWords LangChainWriter writer, Clock clock) {
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Part part() {
        return Part.WRITER;
    }

    @Override
    public Finding look() {
        if (!settings.isConfigured()) {
            return Finding.good(
                    Part.WRITER, "Answers are quoted word for word from the manuals. No language model is configured.");
        }
        Breaker.History history = writer.history();
        return judged(history)
                .with("model", settings.model())
                .with("host", settings.baseUrl().map(URI::getAuthority).orElse(""))
                .with("last answer", said(history.lastSuccess()))
                .with("last failure", said(history.lastFailure()));
    }

    private Finding judged(Breaker.History history) {
        if (history.failing()) {
            return Finding.bad(
                    Part.WRITER,
                    "The language model failed " + history.failures() + " times in a row." + MEANWHILE,
                    "See that its server runs, and that address, name and key are right. The log says how it failed.");
        }
        if (history.failures() > 0) {
            return Finding.warn(
                    Part.WRITER,
                    "The language model did not answer the last time." + MEANWHILE,
                    "Ask a question and see whether it answers now. The log says how it failed.");
        }
        return history.lastSuccess().isPresent()
                ? Finding.good(Part.WRITER, "The language model answers.")
                : Finding.good(Part.WRITER, "A language model is configured. It has not been asked since the start.");
    }

    private String said(Optional<Instant> then) {
        return then.map(known -> InWords.ago(known, clock.instant())).orElse("none since the start");
    }
}
