package org.fieldwright.domain.copilot;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.people.Paced;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/**
 * A technician asks the shop's manuals. The pages and the word-for-word answer come at once; the model's words, where a
 * model is configured, come after and never replace the pages.
 */
@UseCase
public class AskManuals {
    /** How many passages are weighed for an answer. */
    static final int PASSAGES = 12;

    private static final int ATTEMPTS = 5;

    private ManualSearch search;
    private AnswerWriter extract;
    private AnswerWriter model;
    private Conversations conversations;
    private CurrentPerson currentPerson;
    private Clock clock;

    /** For the container's proxy. */
    protected AskManuals() {}

    @Inject
    public AskManuals(
            ManualSearch search,
            @WordForWord AnswerWriter extract,
            @InOwnWords AnswerWriter model,
            Conversations conversations,
            CurrentPerson currentPerson,
            Clock clock) {
        this.search = search;
        this.extract = extract;
        this.model = model;
        this.conversations = conversations;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * Asks, and keeps question and answer.
     *
     * @param conversation the conversation it goes on with; empty begins a new one
     */
    @Requires(Permission.ASK_MANUALS)
    @Paced(Effort.ASK)
    public Exchange ask(Optional<UUID> conversation, @NotNull @Valid ManualQuestion question) {
        String person = person().email();
        Instant asked = clock.instant();
        List<Evidence> evidence = search.search(question, PASSAGES);
        Answer answer = extract.write(question, evidence, text -> {});
        for (int attempt = 1; ; attempt++) {
            Exchange exchange = next(conversation, person, asked, question, answer);
            try {
                conversations.add(exchange);
                return exchange;
            } catch (FaultException refused) {
                if (refused.fault() != Fault.CONFLICT || attempt == ATTEMPTS) {
                    throw refused;
                }
                // the same person asked twice at once: this one comes after the other
            }
        }
    }

    /** The exchange behind the last one of one's own conversation; anything else begins a new one. */
    private Exchange next(
            Optional<UUID> conversation, String person, Instant asked, ManualQuestion question, Answer answer) {
        List<Exchange> before =
                conversation.map(id -> conversations.exchanges(id, person)).orElse(List.of());
        return new Exchange(
                UUID.randomUUID(),
                before.isEmpty() ? UUID.randomUUID() : before.getFirst().conversation(),
                before.isEmpty() ? 1 : before.getLast().number() + 1,
                person,
                asked,
                question,
                answer,
                Optional.empty());
    }

    /** The search behind {@link #ask}, with its reasons; nothing is kept. */
    @Requires(Permission.ASK_MANUALS)
    public ManualSearch.Explanation explain(@NotNull @Valid ManualQuestion question) {
        return search.explain(question, PASSAGES);
    }

    /** Whether a language model is configured. */
    @Requires(Permission.ASK_MANUALS)
    public boolean canWord() {
        return model.available();
    }

    /**
     * Lets the model word the answer of an exchange and keeps it. When the model fails or nobody listens any more, the
     * exchange stays as it is: its pages and its extract stand, and it can be tried again.
     *
     * @param heard hears plain words as they come, for showing only; throws when nobody listens any more
     * @throws AnswerFailedException when the model did not finish, or said nothing that the pages bear out
     */
    @Requires(Permission.ASK_MANUALS)
    public Exchange word(@NotNull UUID exchangeId, Consumer<String> heard) {
        Exchange exchange = find(exchangeId);
        if (exchange.worded().isPresent()) {
            return exchange;
        }
        if (!model.available()) {
            throw new FaultException(Fault.UNAVAILABLE, "No language model is configured on this server.");
        }
        List<Evidence> evidence = search.search(exchange.question(), PASSAGES);
        Answer answer = model.write(exchange.question(), evidence, heard);
        conversations.word(exchangeId, answer);
        return exchange.withWorded(answer);
    }

    /** The exchanges of one's own conversation, oldest first. */
    @Requires(Permission.ASK_MANUALS)
    public List<Exchange> conversation(@NotNull UUID conversation) {
        return conversations.exchanges(conversation, person().email());
    }

    /** One's latest conversations, newest first. */
    @Requires(Permission.ASK_MANUALS)
    public List<Conversations.Heading> latest(int max) {
        return conversations.latest(person().email(), max);
    }

    /** One's own exchange. */
    @Requires(Permission.ASK_MANUALS)
    public Exchange find(@NotNull UUID exchange) {
        return conversations
                .find(exchange)
                .filter(found -> found.askedBy().equals(person().email()))
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "This question is not here any more."));
    }

    private Person person() {
        return currentPerson.find().orElseThrow(() -> new FaultException(Fault.NOT_SIGNED_IN, "Sign in to ask."));
    }
}
