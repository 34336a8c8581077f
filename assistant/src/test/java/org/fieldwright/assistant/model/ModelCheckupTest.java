package org.fieldwright.assistant.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.fieldwright.domain.copilot.AnswerFailedException;
import org.fieldwright.domain.copilot.HeaterLibrary;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.CheckupContract;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCheckupTest implements CheckupContract {
    private static final HeaterLibrary HEATER = new HeaterLibrary();
    private static final ManualQuestion QUESTION = ManualQuestion.of("How do I reset the NF-80 with fuse F1?");

    private final Model model = new Model();
    private final MovingClock clock = MovingClock.at(Instant.parse("2026-03-02T12:00:00Z"));
    private final AiSettings settings = model.settings(AiSettings.Kind.OPENAI, Duration.ofSeconds(20), 4);
    private final LangChainWriter writer = model.writer(settings, clock, HEATER);
    private final ModelCheckup checkup = new ModelCheckup(settings, writer, clock);

    @AfterEach
    void stop() {
        model.close();
    }

    @Override
    public Checkup checkup() {
        return checkup;
    }

    @Test
    void without_a_model_answers_are_quoted_and_that_is_good() {
        AiSettings none = AiSettings.none();

        Finding found = new ModelCheckup(none, model.writer(none, clock, HEATER), clock).look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).contains("word for word");
    }

    @Test
    void a_model_that_was_not_asked_yet_is_named_without_its_key() {
        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.facts())
                .contains(
                        new Finding.Fact("model", "small-one"),
                        new Finding.Fact("host", "localhost:" + model.server().port()),
                        new Finding.Fact("last answer", "none since the start"));
        assertThat(found.toString()).doesNotContain("the-key");
    }

    @Test
    void a_model_that_answered_is_good() {
        model.says("Pull fuse F1 for at least 10 s [1].");
        writer.write(QUESTION, HEATER.evidenceFor(QUESTION.text()), heard -> {});
        clock.passes(Duration.ofMinutes(12));

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.facts()).contains(new Finding.Fact("last answer", "12 min ago"));
    }

    @Test
    void a_model_that_failed_once_is_a_warning() {
        fail(1);

        Finding found = checkup.look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.facts()).contains(new Finding.Fact("last failure", "less than a minute ago"));
    }

    @Test
    void a_model_that_keeps_failing_is_bad_until_it_answers() {
        fail(3);

        Condition failing = checkup.look().condition();
        clock.passes(Duration.ofMinutes(1));
        model.says("Pull fuse F1 for at least 10 s [1].");
        writer.write(QUESTION, HEATER.evidenceFor(QUESTION.text()), heard -> {});

        assertThat(failing).isEqualTo(Condition.BAD);
        assertThat(checkup.look().condition()).isEqualTo(Condition.GOOD);
    }

    private void fail(int times) {
        model.answers(Model.OPENAI, aResponse().withStatus(401));
        IntStream.range(0, times)
                .forEach(time -> assertThatExceptionOfType(AnswerFailedException.class)
                        .isThrownBy(() -> writer.write(QUESTION, HEATER.evidenceFor(QUESTION.text()), heard -> {})));
    }
}
