package org.fieldwright.domain.copilot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.manual.Equipment;

/** The conversations technicians had with their manuals. */
public interface Conversations {
    /**
     * Keeps an exchange; the first one of a conversation begins it.
     *
     * @throws org.fieldwright.domain.shared.FaultException CONFLICT when its number in the conversation is taken
     */
    void add(Exchange exchange);

    /** Attaches the model's answer. */
    void word(UUID exchange, Answer answer);

    Optional<Exchange> find(UUID exchange);

    /** The exchanges of one person's conversation, oldest first; empty when it is somebody else's or unknown. */
    List<Exchange> exchanges(UUID conversation, String person);

    /** A person's latest conversations, newest first. */
    List<Heading> latest(String person, int max);

    /**
     * What a conversation is about.
     *
     * @param question the first question, shortened
     */
    record Heading(UUID conversation, String question, Equipment equipment, Instant lastAsked) {}
}
