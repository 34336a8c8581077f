package org.fieldwright.web.ask;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.copilot.Exchange;

/**
 * A question with its answer, ready to be drawn.
 *
 * @param answer what counts: the model's words when they are there, the extract otherwise
 * @param extract the word-for-word answer under the model's words; null when it is the answer itself
 * @param awaitsWords whether the model's words are still to come
 */
public record ExchangeView(
        UUID id,
        int number,
        String question,
        String equipment,
        Instant askedAt,
        AnswerView answer,
        AnswerView extract,
        boolean awaitsWords) {
    static ExchangeView of(Exchange exchange, boolean canWord) {
        Optional<AnswerView> worded = exchange.worded().map(answer -> AnswerView.of(exchange, answer));
        AnswerView extract = AnswerView.of(exchange, exchange.extract());
        return new ExchangeView(
                exchange.id(),
                exchange.number(),
                exchange.question().text(),
                exchange.question().equipment().inWords(),
                exchange.askedAt(),
                worded.orElse(extract),
                worded.isPresent() ? extract : null,
                canWord && worded.isEmpty());
    }
}
