package org.fieldwright.assistant.model;

import java.time.Clock;
import java.time.Duration;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.AnswerWriterContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The contract, kept by the writer in front of either kind of endpoint. */
class ModelWriterContractTest {
    private final Model model = new Model();

    @BeforeEach
    void know_the_answer() {
        model.says("1. Pull fuse F1 for at least 10 s [1].\n2. Put fuse F1 back [1].");
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Nested
    class OpenAi implements AnswerWriterContract {
        @Override
        public AnswerWriter writer() {
            return writerOf(AiSettings.Kind.OPENAI);
        }
    }

    @Nested
    class Ollama implements AnswerWriterContract {
        @Override
        public AnswerWriter writer() {
            return writerOf(AiSettings.Kind.OLLAMA);
        }
    }

    private AnswerWriter writerOf(AiSettings.Kind kind) {
        return model.writer(
                model.settings(kind, Duration.ofSeconds(30), 4), Clock.systemUTC(), AnswerWriterContract.HEATER);
    }
}
