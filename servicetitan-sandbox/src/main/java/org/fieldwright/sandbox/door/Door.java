package org.fieldwright.sandbox.door;

import static java.lang.System.Logger.Level.ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Fitting;
import org.fieldwright.sandbox.contract.Operation;
import org.fieldwright.sandbox.contract.Shape;
import org.fieldwright.sandbox.desk.Behaviour;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Ledger;
import org.fieldwright.sandbox.store.Store;

/** Answers calls of the published interface. */
public final class Door {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private final SandboxSettings settings;
    private final Contract contract;
    private final Book book;
    private final Store store;
    private final Tokens tokens;
    private final Limiter limiter;
    private final Faults faults;
    private final Function<Ledger, World> world;

    /** A door to one shop. */
    public Door(
            SandboxSettings settings,
            Contract contract,
            Book book,
            Store store,
            Clock machine,
            Clock worldClock,
            Faults faults,
            Function<Ledger, World> world) {
        this.settings = settings;
        this.contract = contract;
        this.book = book;
        this.store = store;
        this.tokens = new Tokens(settings, contract, worldClock);
        this.limiter = new Limiter(settings.callsPerSecond(), machine);
        this.faults = faults;
        this.world = world;
    }

    /** From now on every token given before is refused. */
    public void expireTokens() {
        tokens.expireAll();
    }

    public Answer answer(Call call) {
        try {
            if (call.path().equals("/connect/token")) {
                return call.method().equals("POST") ? tokens.give(call) : Answer.empty(405);
            }
            return operation(call);
        } catch (Problem refusal) {
            return Answer.refusal(refusal);
        } catch (RuntimeException failure) {
            LOG.log(ERROR, call.method() + " " + call.path() + " failed", failure);
            return Answer.refusal(new Problem(500, "An error occurred in the sandbox itself.", Map.of()));
        }
    }

    private Answer operation(Call call) {
        Contract.Match match = contract.find(call.method(), call.path())
                .orElseThrow(() -> new Problem(404, "There is no such resource.", Map.of()));
        Operation operation = match.operation();
        allowed(call, match);
        if (limiter.tooMany() || faults.strikes(faults.plan().tooMany())) {
            return tooMany();
        }
        if (faults.strikes(faults.plan().serverErrors())) {
            return Answer.refusal(new Problem(503, "The service is unavailable.", Map.of()));
        }
        Behaviour behaviour = book.behaviour(operation)
                .orElseThrow(
                        () -> new Problem(501, "The sandbox does not serve " + operation.key() + " yet.", Map.of()));
        Answer answer = done(call, match, behaviour);
        if (faults.strikes(faults.plan().slowAnswers())) {
            answer = answer.slow(faults.plan().slowness());
        }
        return faults.strikes(faults.plan().lostAnswers()) ? answer.gone() : answer;
    }

    private void allowed(Call call, Contract.Match match) {
        String bearer = call.header("authorization").orElse("").replaceFirst("^[Bb]earer ", "");
        Tokens.Grant grant = tokens.read(bearer)
                .orElseThrow(() -> new Problem(401, "The access token is missing, wrong or expired.", Map.of()));
        if (!Tokens.same(settings.appKey(), call.header("st-app-key").orElse(null))) {
            throw new Problem(401, "The header ST-App-Key is missing or wrong.", Map.of());
        }
        if (!grant.tenant().equals(match.variables().get("tenant"))) {
            throw new Problem(403, "The token is of another tenant.", Map.of());
        }
        if (!grant.scopes().contains(match.operation().scope())) {
            throw new Problem(
                    403,
                    "The application has no access: the scope "
                            + match.operation().scope() + " is missing.",
                    Map.of());
        }
        Optional<String> capability = match.operation().capability();
        if (capability.isPresent() && !settings.capabilities().contains(capability.get())) {
            throw new Problem(404, "There is no such resource.", Map.of());
        }
    }

    private Answer tooMany() {
        Answer answer = Answer.refusal(new Problem(429, "Rate limit is exceeded. Try again in 1 seconds.", Map.of()));
        return settings.retryAfterHeader() ? answer.with("Retry-After", "1") : answer;
    }

    private Answer done(Call call, Contract.Match match, Behaviour behaviour) {
        Operation operation = match.operation();
        JsonNode body = body(call, operation);
        Map<String, String> query = call.parameters();
        operation.demanded().stream()
                .filter(name -> !query.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.bad(name, "The parameter " + name + " is required.");
                });
        boolean reads = call.method().equals("GET") || call.path().endsWith("/capacity");
        return reads
                ? store.read(ledger -> answered(call, match, behaviour, body, query, ledger))
                : store.write(ledger -> answered(call, match, behaviour, body, query, ledger));
    }

    private Answer answered(
            Call call,
            Contract.Match match,
            Behaviour behaviour,
            JsonNode body,
            Map<String, String> query,
            Ledger ledger) {
        Operation operation = match.operation();
        Work work = new Work(
                world.apply(ledger),
                operation,
                match.variables(),
                query,
                body,
                call.body(),
                call.header("content-type").orElse(""),
                new Work.FeedRules(settings.exportPage(), settings.exportDelay(), settings.exportRepeats()));
        Result result = behaviour.act(work);
        return new Rendering(contract, operation, query.getOrDefault("externalDataApplicationGuid", "")).answer(result);
    }

    private JsonNode body(Call call, Operation operation) {
        if (operation.body().isEmpty() || operation.body().get() instanceof Shape.Binary) {
            return NullNode.instance;
        }
        JsonNode body;
        try {
            body = Json.read(call.body());
        } catch (IllegalArgumentException noJson) {
            throw Problem.bad("body", "The body is not readable as JSON.");
        }
        Fitting fitting = new Fitting(contract, operation.module());
        JsonNode fitted = fitting.fit(operation.body().get(), body);
        if (!fitting.problems().isEmpty()) {
            throw new Problem(400, "One or more fields are not valid.", fitting.problems());
        }
        return fitted;
    }
}
