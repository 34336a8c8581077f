package org.fieldwright.domain.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.Test;

/** What every {@link Conversations} promises. */
public interface ConversationsContract {
    String TINA = "tina@demo.fieldwright";
    String TOM = "tom@demo.fieldwright";
    ManualId FURNACE = ManualId.random();
    ManualId HEATER = ManualId.random();
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    Conversations conversations();

    /** An exchange with everything filled in. */
    static Exchange exchange(UUID conversation, int number, String person, Instant at) {
        return new Exchange(
                UUID.randomUUID(),
                conversation,
                number,
                person,
                at,
                new ManualQuestion(
                        "What is E4? <b>\"ü\"</b> no. " + number,
                        new Equipment("Northwind", "NF-80"),
                        Set.of(FURNACE, HEATER)),
                answered("extract"),
                Optional.empty());
    }

    static Answer answered(String writer) {
        return new Answer.Answered(
                writer,
                List.of(new AnswerPart(AnswerPart.Kind.ROW, "E4\tOverheated", List.of(1))),
                List.of(new Citation(
                        1,
                        ManualId.random(),
                        "NF-80 \u2013 Heizgerät",
                        7,
                        42,
                        "E4\tOverheated\nline two",
                        List.of(new Box(0.1f, 0.25f, 0.5f, 0.0625f)),
                        new Scores(1, 12.5, 0.75, 0.9, 0.5))));
    }

    @Test
    default void an_exchange_comes_back_as_it_was_kept() {
        Exchange kept = exchange(UUID.randomUUID(), 1, TINA, NOON);

        conversations().add(kept);

        assertThat(conversations().find(kept.id())).contains(kept);
        assertThat(conversations().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void not_in_the_manuals_comes_back_with_and_without_its_nearest_page() {
        UUID conversation = UUID.randomUUID();
        Exchange with = withExtract(
                exchange(conversation, 1, TINA, NOON),
                new Answer.NotInManuals(
                        "E27", Optional.of(answered("x").citations().getFirst())));
        Exchange without =
                withExtract(exchange(conversation, 2, TINA, NOON), new Answer.NotInManuals("", Optional.empty()));

        conversations().add(with);
        conversations().add(without);

        assertThat(conversations().exchanges(conversation, TINA)).containsExactly(with, without);
    }

    @Test
    default void the_models_words_join_the_extract_and_do_not_replace_it() {
        Exchange kept = exchange(UUID.randomUUID(), 1, TINA, NOON);
        conversations().add(kept);
        Answer worded = answered("some-model");

        conversations().word(kept.id(), worded);

        assertThat(conversations().find(kept.id())).contains(kept.withWorded(worded));
    }

    @Test
    default void a_conversation_is_listed_in_order_and_only_for_the_one_who_had_it() {
        UUID conversation = UUID.randomUUID();
        Exchange first = exchange(conversation, 1, TINA, NOON);
        Exchange second = exchange(conversation, 2, TINA, NOON.plusSeconds(60));
        conversations().add(first);
        conversations().add(second);

        assertThat(conversations().exchanges(conversation, TINA)).containsExactly(first, second);
        assertThat(conversations().exchanges(conversation, TOM)).isEmpty();
    }

    @Test
    default void the_latest_conversations_come_first_by_their_last_question_and_show_their_first() {
        UUID older = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        conversations().add(exchange(older, 1, TINA, NOON));
        conversations().add(exchange(newer, 1, TINA, NOON.plusSeconds(10)));
        conversations().add(exchange(older, 2, TINA, NOON.plusSeconds(20)));
        conversations().add(exchange(UUID.randomUUID(), 1, TOM, NOON.plusSeconds(30)));

        List<Conversations.Heading> latest = conversations().latest(TINA, 10);

        assertThat(latest).extracting(Conversations.Heading::conversation).containsExactly(older, newer);
        assertThat(latest.getFirst().question()).endsWith("no. 1");
        assertThat(latest.getFirst().lastAsked()).isEqualTo(NOON.plusSeconds(20));
        assertThat(latest.getFirst().equipment()).isEqualTo(new Equipment("Northwind", "NF-80"));
        assertThat(conversations().latest(TINA, 1)).hasSize(1);
    }

    @Test
    default void two_questions_cannot_take_the_same_place() {
        UUID conversation = UUID.randomUUID();
        conversations().add(exchange(conversation, 1, TINA, NOON));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> conversations().add(exchange(conversation, 1, TINA, NOON)))
                .matches(refused -> refused.fault() == Fault.CONFLICT);
    }

    private static Exchange withExtract(Exchange exchange, Answer extract) {
        return new Exchange(
                exchange.id(),
                exchange.conversation(),
                exchange.number(),
                exchange.askedBy(),
                exchange.askedAt(),
                exchange.question(),
                extract,
                Optional.empty());
    }
}
