package org.fieldwright.assistant.model;

import java.time.Clock;
import java.time.Duration;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.AnswerWriterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OllamaWriterTest implements AnswerWriterContract {
    private static final Model MODEL = new Model();

    @BeforeAll
    static void know_the_answer() {
        MODEL.says("1. Pull fuse F1 for at least 10 s [1].\n2. Put fuse F1 back [1].");
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    @Override
    public AnswerWriter writer() {
        return MODEL.writer(
                MODEL.settings(AiSettings.Kind.OLLAMA, Duration.ofSeconds(30), 4), Clock.systemUTC(), HEATER);
    }
}
