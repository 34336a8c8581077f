package org.fieldwright.domain.copilot;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A question and what was answered, kept.
 *
 * @param number its place in the conversation, from 1
 * @param extract the answer word for word, always there
 * @param worded the model's answer, once it was finished and checked
 */
public record Exchange(
        UUID id,
        UUID conversation,
        int number,
        String askedBy,
        Instant askedAt,
        ManualQuestion question,
        Answer extract,
        Optional<Answer> worded) {
    /** What to show: the model's words when there are any, the extract otherwise. */
    public Answer best() {
        return worded.orElse(extract);
    }

    public Exchange withWorded(Answer answer) {
        return new Exchange(id, conversation, number, askedBy, askedAt, question, extract, Optional.of(answer));
    }
}
