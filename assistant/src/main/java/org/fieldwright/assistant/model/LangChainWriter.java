package org.fieldwright.assistant.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerFailedException;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.InOwnWords;
import org.fieldwright.domain.copilot.ManualQuestion;

/** Lets the configured model word the answer. */
@InOwnWords
@ApplicationScoped
class LangChainWriter implements AnswerWriter {
    private static final System.Logger LOG = System.getLogger(LangChainWriter.class.getName());
    private static final int ATTEMPTS = 2;

    private AiSettings settings;
    private EvidencePages pages;
    private Clock clock;
    private Prompt prompt;
    private Semaphore slots;
    private Breaker breaker;

    /** For the container's proxy. */
    protected LangChainWriter() {}

    @Inject
    LangChainWriter(AiSettings settings, EvidencePages pages, Clock clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
        this.prompt = Prompt.fromFile();
        this.slots = new Semaphore(settings.maxConcurrent());
        this.breaker = new Breaker(clock, settings.pauseAfterFailures());
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public boolean available() {
        return settings.isConfigured();
    }

    Breaker.History history() {
        return breaker.history();
    }

    @Override
    public Answer write(ManualQuestion question, List<Evidence> evidence, Consumer<String> heard) {
        if (!available()) {
            throw new AnswerFailedException("No language model is configured on this server.");
        }
        if (evidence.isEmpty()) {
            return new Answer.NotInManuals("", Optional.empty());
        }
        List<Evidence> shown = Prompt.fitting(evidence, settings.maxPromptCharacters());
        String written = written(question, shown, heard);
        return new CheckedAnswer(name(), pages.of(shown)).of(question, written);
    }

    private String written(ManualQuestion question, List<Evidence> shown, Consumer<String> heard) {
        if (!breaker.mayTry()) {
            throw new AnswerFailedException(
                    "The language model failed several times and is left alone for a moment. Try again in a minute.");
        }
        if (!slots.tryAcquire()) {
            throw new AnswerFailedException("The language model is busy with other questions. Try again in a minute.");
        }
        try {
            return ask(question, shown, heard);
        } finally {
            slots.release();
        }
    }

    private String ask(ManualQuestion question, List<Evidence> shown, Consumer<String> heard) {
        Instant deadline = clock.instant().plus(settings.timeout());
        for (int attempt = 1; ; attempt++) {
            OneCall call = new OneCall(settings.baseUrl().orElseThrow(), Duration.between(clock.instant(), deadline));
            Hearing hearing = new Hearing(heard, call::stop);
            try {
                open(call)
                        .chat(
                                ChatRequest.builder()
                                        .messages(prompt.messages(question, shown))
                                        .build(),
                                hearing);
            } catch (RuntimeException failure) {
                hearing.onError(failure);
            }
            if (hearing.isDeaf()) {
                throw new AnswerFailedException("The answer was stopped.");
            }
            Optional<String> written = hearing.written();
            if (written.isPresent()) {
                breaker.succeeded();
                return written.get();
            }
            boolean passing =
                    hearing.failure().filter(LangChainWriter::isPassing).isPresent();
            boolean again = attempt < ATTEMPTS && passing && !hearing.hasBegun() && !call.isStopped();
            if (!again) {
                breaker.failed();
                throw failed(call, hearing);
            }
        }
    }

    /** Whether trying again at once may help: overload and trouble in the server, not a refusal and not lost time. */
    private static boolean isPassing(Throwable failure) {
        return switch (failure) {
            case NonRetriableException refused -> false;
            case HttpException http -> http.statusCode() == 429 || http.statusCode() >= 500;
            default -> true;
        };
    }

    private AnswerFailedException failed(OneCall call, Hearing hearing) {
        Throwable cause = hearing.failure().orElse(null);
        LOG.log(
                System.Logger.Level.WARNING,
                "the language model did not answer ({0}): {1}",
                prompt.version(),
                cause == null ? "the stream ended early" : cause.getClass().getSimpleName() + status(cause));
        if (call.isStopped() && !hearing.hasBegun()) {
            return new AnswerFailedException(
                    "The language model did not answer within "
                            + settings.timeout().toSeconds() + " seconds.",
                    cause);
        }
        if (call.isStopped()) {
            return new AnswerFailedException(
                    "The language model did not finish within "
                            + settings.timeout().toSeconds() + " seconds.",
                    cause);
        }
        if (hearing.hasBegun()) {
            return new AnswerFailedException("The language model broke off in the middle of its answer.", cause);
        }
        return new AnswerFailedException(
                "The language model did not answer. An administrator finds the reason in the log.", cause);
    }

    private static String status(Throwable failure) {
        return failure instanceof HttpException http ? " " + http.statusCode() : "";
    }

    private StreamingChatModel open(OneCall call) {
        String url = settings.baseUrl().orElseThrow().toString();
        return switch (settings.kind()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(call.asBuilder())
                        .baseUrl(url)
                        .apiKey(settings.apiKey().orElse("none"))
                        .modelName(settings.model())
                        .temperature(0.0)
                        .maxTokens(settings.maxAnswerTokens())
                        .timeout(settings.timeout())
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(call.asBuilder())
                        .baseUrl(url)
                        .modelName(settings.model())
                        .temperature(0.0)
                        .numPredict(settings.maxAnswerTokens())
                        .timeout(settings.timeout())
                        .build();
        };
    }
}
