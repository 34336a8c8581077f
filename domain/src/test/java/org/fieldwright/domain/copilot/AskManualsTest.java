package org.fieldwright.domain.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.Test;

class AskManualsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ManualQuestion QUESTION = ManualQuestion.of("What does fault code E4 mean?");

    private final HeaterLibrary heater = new HeaterLibrary();
    private final FirstLineWriter extract = new FirstLineWriter("extract", heater.library());
    private final FirstLineWriter model = new FirstLineWriter("some-model", heater.library());
    private final InMemoryConversations conversations = new InMemoryConversations();
    private final FixedPerson person = FixedPerson.with(Role.TECHNICIAN);
    private final AskManuals ask =
            new AskManuals(heater, extract, model, conversations, person, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_question_is_answered_word_for_word_and_kept() {
        Exchange exchange = ask.ask(Optional.empty(), QUESTION);

        assertThat(exchange.extract()).isInstanceOf(Answer.Answered.class);
        assertThat(exchange.extract().citations().getFirst().page()).isEqualTo(3);
        assertThat(exchange.askedAt()).isEqualTo(NOON);
        assertThat(exchange.number()).isEqualTo(1);
        assertThat(ask.find(exchange.id())).isEqualTo(exchange);
    }

    @Test
    void asking_waits_for_no_model() {
        ask.ask(Optional.empty(), QUESTION);

        assertThat(model.asked()).isZero();
    }

    @Test
    void a_question_goes_on_with_its_conversation() {
        Exchange first = ask.ask(Optional.empty(), QUESTION);

        Exchange second = ask.ask(Optional.of(first.conversation()), QUESTION);

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(second.number()).isEqualTo(2);
        assertThat(ask.conversation(first.conversation())).containsExactly(first, second);
    }

    @Test
    void somebody_elses_conversation_is_neither_read_nor_gone_on_with() {
        Exchange theirs = ask.ask(Optional.empty(), QUESTION);
        person.becomes(FixedPerson.with(Role.MANAGER));

        Exchange mine = ask.ask(Optional.of(theirs.conversation()), QUESTION);

        assertThat(mine.conversation()).isNotEqualTo(theirs.conversation());
        assertThat(ask.conversation(theirs.conversation())).isEmpty();
        assertThat(ask.latest(10)).hasSize(1);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> ask.find(theirs.id()))
                .matches(refused -> refused.fault() == Fault.NOT_FOUND);
    }

    @Test
    void two_questions_at_once_come_one_after_the_other() {
        Exchange first = ask.ask(Optional.empty(), QUESTION);
        Conversations late = new InMemoryConversations() {
            private boolean overtaken;

            @Override
            public synchronized void add(Exchange exchange) {
                if (!overtaken) {
                    overtaken = true;
                    super.add(first);
                    super.add(ConversationsContract.exchange(first.conversation(), 2, first.askedBy(), NOON));
                    throw new FaultException(Fault.CONFLICT, "Another question came first.");
                }
                super.add(exchange);
            }
        };
        AskManuals busy = new AskManuals(heater, extract, model, late, person, Clock.fixed(NOON, ZoneOffset.UTC));

        Exchange third = busy.ask(Optional.of(first.conversation()), QUESTION);

        assertThat(third.number()).isEqualTo(3);
    }

    @Test
    void the_models_words_are_heard_and_kept_beside_the_extract() {
        Exchange asked = ask.ask(Optional.empty(), QUESTION);
        List<String> heard = new ArrayList<>();

        Exchange worded = ask.word(asked.id(), heard::add);

        assertThat(heard).isNotEmpty();
        assertThat(worded.extract()).isEqualTo(asked.extract());
        assertThat(worded.worded()).isPresent();
        assertThat(worded.best()).isEqualTo(worded.worded().orElseThrow());
        assertThat(ask.find(asked.id())).isEqualTo(worded);
    }

    @Test
    void what_the_model_has_worded_is_not_worded_again() {
        Exchange asked = ask.ask(Optional.empty(), QUESTION);
        ask.word(asked.id(), text -> {});

        ask.word(asked.id(), text -> {});

        assertThat(model.asked()).isEqualTo(1);
    }

    @Test
    void when_the_model_breaks_off_the_extract_stands_and_it_can_be_tried_again() {
        Exchange asked = ask.ask(Optional.empty(), QUESTION);
        model.failWith(new AnswerFailedException("The language model broke off."));

        assertThatExceptionOfType(AnswerFailedException.class)
                .isThrownBy(() -> ask.word(asked.id(), text -> {}))
                .withMessage("The language model broke off.");

        assertThat(ask.find(asked.id())).isEqualTo(asked);
        model.failWith(null);
        assertThat(ask.word(asked.id(), text -> {}).worded()).isPresent();
    }

    @Test
    void when_nobody_listens_any_more_nothing_is_kept_of_the_models_words() {
        Exchange asked = ask.ask(Optional.empty(), QUESTION);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ask.word(asked.id(), text -> {
                    throw new IllegalStateException("the page was closed");
                }));

        assertThat(ask.find(asked.id()).worded()).isEmpty();
    }

    @Test
    void without_a_model_wording_is_refused_and_asking_works() {
        model.switchOff();

        Exchange asked = ask.ask(Optional.empty(), QUESTION);

        assertThat(ask.canWord()).isFalse();
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> ask.word(asked.id(), text -> {}))
                .matches(refused -> refused.fault() == Fault.UNAVAILABLE);
        assertThat(model.asked()).isZero();
    }

    @Test
    void only_the_one_who_asked_may_have_it_worded() {
        Exchange asked = ask.ask(Optional.empty(), QUESTION);
        person.becomes(FixedPerson.with(Role.MANAGER));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> ask.word(asked.id(), text -> {}))
                .matches(refused -> refused.fault() == Fault.NOT_FOUND);
    }

    @Test
    void explaining_keeps_nothing_and_finds_what_asking_finds() {
        ManualSearch.Explanation explanation = ask.explain(QUESTION);

        assertThat(explanation.found()).isEqualTo(heater.search(QUESTION, AskManuals.PASSAGES));
        assertThat(ask.latest(10)).isEmpty();
    }

    @Test
    void nobody_asks_without_signing_in() {
        person.becomes(FixedPerson.nobody());

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> ask.ask(Optional.empty(), QUESTION))
                .matches(refused -> refused.fault() == Fault.NOT_SIGNED_IN);
    }

    @Test
    void what_is_no_text_is_taken_out_of_a_question() {
        ManualQuestion question = ManualQuestion.of("\u0000E4\u0007 on the\uD800 NF-80?\n");

        assertThat(question.text()).isEqualTo("E4  on the  NF-80?");
        assertThat(ask.find(ask.ask(Optional.empty(), question).id()).conversation())
                .isNotEqualTo(UUID.randomUUID());
    }
}
