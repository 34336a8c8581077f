package org.fieldwright.domain.copilot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Conversations that are forgotten at the end of the test. */
public class InMemoryConversations implements Conversations {
    private static final int HEADING = 120;

    private final Map<UUID, Exchange> exchanges = new LinkedHashMap<>();

    @Override
    public synchronized void add(Exchange exchange) {
        boolean taken = exchanges.values().stream()
                .anyMatch(other ->
                        other.conversation().equals(exchange.conversation()) && other.number() == exchange.number());
        if (taken) {
            throw new FaultException(Fault.CONFLICT, "Another question came first. Ask again.");
        }
        exchanges.put(exchange.id(), exchange);
    }

    @Override
    public synchronized void word(UUID exchange, Answer answer) {
        exchanges.computeIfPresent(exchange, (id, asked) -> asked.withWorded(answer));
    }

    @Override
    public synchronized Optional<Exchange> find(UUID exchange) {
        return Optional.ofNullable(exchanges.get(exchange));
    }

    @Override
    public synchronized List<Exchange> exchanges(UUID conversation, String person) {
        return exchanges.values().stream()
                .filter(exchange -> exchange.conversation().equals(conversation)
                        && exchange.askedBy().equals(person))
                .sorted(Comparator.comparingInt(Exchange::number))
                .toList();
    }

    @Override
    public synchronized List<Heading> latest(String person, int max) {
        return exchanges.values().stream()
                .filter(exchange -> exchange.number() == 1 && exchange.askedBy().equals(person))
                .map(this::heading)
                .sorted(Comparator.comparing(Heading::lastAsked).reversed())
                .limit(max)
                .toList();
    }

    private Heading heading(Exchange first) {
        List<Exchange> all = exchanges(first.conversation(), first.askedBy());
        String question = first.question().text();
        return new Heading(
                first.conversation(),
                question.substring(0, Math.min(HEADING, question.length())),
                first.question().equipment(),
                all.getLast().askedAt());
    }
}
