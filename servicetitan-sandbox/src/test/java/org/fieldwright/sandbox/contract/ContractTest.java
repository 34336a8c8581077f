package org.fieldwright.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.MovingClock;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.TestDatabase;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Calls every served operation on the seeded shop and holds requests and answers against ServiceTitan's own documents. The documents
 * are not part of this project: without them this says so and checks nothing.
 */
class ContractTest {
    private static Contract contract;
    private static PublishedDocuments documents;
    private static Store store;
    private static Caller caller;
    private static final List<String> WRONG = new ArrayList<>();
    private static final Set<String> CALLED = new TreeSet<>();
    private static final Set<String> HELD = new TreeSet<>();

    @BeforeAll
    static void the_documents_are_there() {
        Optional<PublishedDocuments> found = PublishedDocuments.find();
        if (found.isEmpty()) {
            System.out.println("ServiceTitan's OpenAPI documents are not here: the sandbox is not held against them.");
        }
        assumeTrue(found.isPresent(), "no OpenAPI documents of ServiceTitan");
        documents = found.get();
        contract = new Contract();
        SandboxSettings settings = SandboxSettings.demo()
                .withCallsPerSecond(100_000)
                .withCapabilities(Set.of("complete-jobs", "hold-jobs", "create-payments"));
        MovingClock clock = new MovingClock("2026-05-21T15:00:00Z");
        var database = TestDatabase.fresh();
        store = new Store(database, clock);
        caller = new Caller(new Sandbox(database, settings, clock), settings);
    }

    @Test
    void the_table_names_exactly_the_published_operations_with_their_scopes_and_parameters() {
        List<String> ours = contract.operations().stream()
                .filter(operation ->
                        operation.capability().isEmpty() && !operation.module().equals("jbce"))
                .map(Operation::key)
                .sorted()
                .toList();
        List<String> differences = contract.operations().stream()
                .filter(operation ->
                        Sandbox.book(contract).behaviour(operation).isPresent() && documents.knows(operation))
                .flatMap(operation -> documents.difference(operation).stream())
                .toList();

        assertThat(ours).isEqualTo(documents.operations());
        assertThat(differences).isEmpty();
    }

    @Test
    void every_served_operation_takes_and_gives_what_the_documents_say() {
        Set<String> served = new TreeSet<>(Sandbox.book(contract).served());

        for (String method : List.of("POST", "GET", "PATCH", "PUT", "DELETE")) {
            served.stream()
                    .filter(key -> key.startsWith(method + " "))
                    .forEach(key -> exercise(contract.operation(key)));
            if (method.equals("POST")) {
                // One of each was received or dismissed meanwhile; what follows needs a fresh one.
                exercise(contract.operation("POST /inventory/v2/tenant/{tenant}/purchase-orders"));
                exercise(contract.operation(
                        "POST /crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings"));
            }
        }

        System.out.println("Operations called: " + CALLED.size() + " of "
                + contract.operations().size() + "; held against the documents: " + HELD.size());
        assertThat(String.join("\n", WRONG)).isEmpty();
        assertThat(CALLED).isEqualTo(served);
    }

    @Test
    void every_row_of_the_seeded_shop_is_as_the_documents_say() {
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        for (Operation operation : contract.operations()) {
            boolean feed = operation.answer().wrapping() == Operation.Wrapping.EXPORT;
            if (feed && Sandbox.book(contract).behaviour(operation).isPresent() && documents.knows(operation)) {
                rows += readThrough(operation, wrong);
            }
        }

        System.out.println("Rows of feeds held against the documents: " + rows);
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private static long readThrough(Operation operation, List<String> wrong) {
        long rows = 0;
        String from = "";
        JsonNode part;
        do {
            String address = operation.path().replace("{tenant}", "4005370") + "?from=" + from;
            part = Caller.json(caller.call("GET", address, null));
            documents.wrongInAnswer(operation, 200, part).stream()
                    .limit(3)
                    .forEach(problem -> wrong.add(operation.key() + ": " + problem.getMessage()));
            rows += part.path("data").size();
            from = part.path("continueFrom").asText();
        } while (part.path("hasMore").asBoolean());
        return rows;
    }

    private static void exercise(Operation operation) {
        Calls.Sample sample;
        try {
            sample = new Calls(store, contract).of(operation);
        } catch (RuntimeException nothingToCall) {
            WRONG.add(operation.key() + " cannot be called: " + nothingToCall);
            return;
        }
        Answer answer =
                caller.send(operation.method(), sample.address(), caller.headers(sample.contentType()), sample.body());
        JsonNode sent = operation.body().isPresent() && sample.contentType().endsWith("json")
                ? org.fieldwright.sandbox.store.Json.read(sample.body())
                : null;
        if (answer.status() >= 400) {
            WRONG.add(operation.key() + " -> " + answer.status() + " "
                    + answer.body().text() + " for " + sample);
            return;
        }
        CALLED.add(operation.key());
        if (documents.knows(operation)) {
            HELD.add(operation.key());
            if (sent != null) {
                note(operation, "request", documents.wrongInRequest(operation, sent));
            }
            boolean json = answer.headers().getOrDefault("Content-Type", "").contains("json");
            JsonNode body = json ? Caller.json(answer) : null;
            note(operation, "answer", documents.wrongInAnswer(operation, answer.status(), body));
        }
    }

    private static void note(Operation operation, String where, Set<ValidationMessage> problems) {
        problems.stream()
                .limit(3)
                .forEach(problem -> WRONG.add(operation.key() + " " + where + ": " + problem.getMessage()));
    }
}
