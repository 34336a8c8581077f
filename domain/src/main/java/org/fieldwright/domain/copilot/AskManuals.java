package org.fieldwright.domain.copilot;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.fieldwright.domain.people.CurrentPerson;
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
    public Exchange ask(Optional<UUID> conversation, @NotNull @Valid ManualQuestion question) {
        String person = person().email();
        List<Exchange> before =
                conversation.map(id -> conversations.exchanges(id, person)).orElse(List.of());
        UUID thread = before.isEmpty() ? UUID.randomUUID() : before.getFirst().conversation();
        List<Evidence> evidence = search.search(question, PASSAGES);
        Answer answer = extract.write(question, evidence, text -> {});
        Exchange exchange = new Exchange(
                UUID.randomUUID(),
                thread,
                before.size() + 1,
                person,
                clock.instant(),
                question,
                answer,
                Optional.empty());
        conversations.add(exchange);
        return exchange;
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
     * Lets the model word the answer of an exchange and keeps it. When the model fails, the extract stands.
     *
     * @param heard hears the words as they come
     * @throws AnswerFailedException when the model did not finish
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
