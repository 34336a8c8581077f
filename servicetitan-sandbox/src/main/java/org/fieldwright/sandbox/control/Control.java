package org.fieldwright.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fieldwright.sandbox.crm.Customers;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.dispatch.Dispatch;
import org.fieldwright.sandbox.door.Door;
import org.fieldwright.sandbox.door.Faults;
import org.fieldwright.sandbox.inventory.Purchasing;
import org.fieldwright.sandbox.mail.Callback;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Ledger;
import org.fieldwright.sandbox.store.Mailbag;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;
import org.fieldwright.sandbox.store.Store;
import org.fieldwright.sandbox.store.WorldClock;

/** The table of what can be done below {@code /desk}. */
public final class Control {
    private final Store store;
    private final Door door;
    private final WorldClock clock;
    private final Faults faults;
    private final Callback callback;
    private final Mailbag mailbag;
    private final Function<Ledger, World> world;
    private final Function<String, Long> refill;
    private final Map<String, Action> actions = new HashMap<>();

    /** What is done with the ids of the path and the body. */
    private interface Action {
        JsonNode act(List<Long> ids, ObjectNode body);
    }

    /** What is done within the world. */
    private interface Deed {
        Row act(World world, List<Long> ids, ObjectNode body);
    }

    /**
     * A control of one sandbox.
     *
     * @param refill empties the shop and fills it by a seed's name; gives the number of documents
     */
    public Control(
            Store store,
            Door door,
            WorldClock clock,
            Faults faults,
            Callback callback,
            Mailbag mailbag,
            Function<Ledger, World> world,
            Function<String, Long> refill) {
        this.store = store;
        this.door = door;
        this.clock = clock;
        this.faults = faults;
        this.callback = callback;
        this.mailbag = mailbag;
        this.world = world;
        this.refill = refill;
        people();
        stock();
        simulation();
    }

    /** The addresses, for the front page: a method and a path each, with {@code #} for an id. */
    public List<String> addresses() {
        return actions.keySet().stream().sorted().toList();
    }

    /** Does what a path below {@code /desk} names. */
    public JsonNode act(String method, String path, JsonNode body) {
        List<Long> ids = new ArrayList<>();
        StringBuilder pattern = new StringBuilder(method).append(' ').append("/desk");
        for (String segment : path.substring("/desk/".length()).split("/", -1)) {
            if (segment.matches("\\d{1,18}")) {
                ids.add(Long.parseLong(segment));
                pattern.append("/#");
            } else {
                pattern.append('/').append(segment);
            }
        }
        Action action = actions.get(pattern.toString());
        if (action == null) {
            throw new Problem(404, "The desk knows no " + pattern + ".", Map.of());
        }
        return action.act(ids, body instanceof ObjectNode object ? object : Json.object());
    }

    private void people() {
        deed("POST /desk/calls", (here, ids, body) -> Office.call(here, body));
        deed(
                "POST /desk/bookings/#/book",
                (here, ids, body) -> Office.book(here, here.get("booking", ids.get(0)), body));
        deed("POST /desk/appointments/#/dispatch", (here, ids, body) -> Field.dispatch(here, visit(here, ids)));
        deed("POST /desk/appointments/#/arrive", (here, ids, body) -> Field.arrive(here, visit(here, ids)));
        deed("POST /desk/appointments/#/finish", (here, ids, body) -> Field.finish(here, visit(here, ids)));
        deed(
                "POST /desk/jobs/#/complete",
                (here, ids, body) -> Field.complete(here, here.get("job", ids.get(0)), body));
        deed("POST /desk/jobs/#/notes", (here, ids, body) -> Field.note(here, here.get("job", ids.get(0)), body));
        deed(
                "POST /desk/jobs/#/submissions",
                (here, ids, body) -> Field.submit(here, here.get("job", ids.get(0)), body));
        deed("POST /desk/jobs/#/attachments", Control::attach);
        deed("POST /desk/invoices/#/post", (here, ids, body) -> Office.post(here, here.get("invoice", ids.get(0))));
        deed("POST /desk/invoices/#/batch", (here, ids, body) -> Office.batch(here, here.get("invoice", ids.get(0))));
        deed("POST /desk/invoices/#/payments", (here, ids, body) -> {
            ObjectNode payment = Office.pay(here, here.get("invoice", ids.get(0)), body);
            return here.get("payment", payment.path("id").asLong());
        });
        deed("POST /desk/customers/#/merge", (here, ids, body) -> {
            Customers.merge(here, ids.get(0), body.path("into").asLong());
            return here.get("customer", ids.get(0));
        });
        deed("POST /desk/technicians/#/position", (here, ids, body) -> {
            Dispatch.position(here, ids.get(0), body.path("latitude"), body.path("longitude"));
            return here.get("technician", ids.get(0));
        });
        actions.put("POST /desk/day/work", (ids, body) -> {
            int moved = store.write(ledger -> Field.workTheDay(world.apply(ledger)));
            return Json.object().put("moved", moved);
        });
    }

    private static Row visit(World here, List<Long> ids) {
        return here.get("appointment", ids.get(0));
    }

    private static Row attach(World here, List<Long> ids, ObjectNode body) {
        Row job = here.get("job", ids.get(0));
        String name = Office.required(body, "fileName");
        String path = "jobs/" + job.id() + "/" + java.util.UUID.randomUUID() + "/" + name;
        byte[] content = java.util.Base64.getDecoder().decode(Office.required(body, "base64"));
        String type = body.path("contentType").asText("image/jpeg");
        here.ledger().keepFile(path, type, org.fieldwright.sandbox.store.Bytes.of(content));
        ObjectNode attachment = Json.object().put("jobId", job.id()).put("fileName", name);
        return here.add("job-attachment", attachment.put("contentType", type).put("path", path));
    }

    private void stock() {
        deed("POST /desk/transfers", (here, ids, body) -> Purchasing.transfer(here, body));
        deed("POST /desk/adjustments", (here, ids, body) -> Purchasing.adjust(here, body));
        deed("POST /desk/receipts", (here, ids, body) -> {
            if (!Json.has(body, "dateReceived")) {
                body.put("dateReceived", here.now().toString());
            }
            return Purchasing.receive(here, body);
        });
        for (String kind : List.of("service", "material", "equipment")) {
            deed(
                    "POST /desk/pricebook/" + kind + "/#/deactivate",
                    (here, ids, body) -> here.ledger().deactivate(here.get(kind, ids.get(0))));
        }
    }

    private void simulation() {
        actions.put("GET /desk/counters", (ids, body) -> counters());
        actions.put("GET /desk/effects", (ids, body) -> effects());
        actions.put("GET /desk/clock", (ids, body) -> time());
        actions.put("PUT /desk/clock", (ids, body) -> moveClock(body));
        actions.put("PUT /desk/faults", (ids, body) -> {
            faults.follow(Faults.Plan.of(body));
            return body;
        });
        actions.put("POST /desk/tokens/expire", (ids, body) -> {
            door.expireTokens();
            return Json.object();
        });
        actions.put("PUT /desk/webhooks", (ids, body) -> {
            URI address = URI.create(Office.required(body, "callback"));
            callback.set(address);
            return body;
        });
        actions.put("GET /desk/events", (ids, body) -> {
            ObjectNode counts = Json.object();
            mailbag.counts().forEach(counts::put);
            return counts;
        });
        actions.put("POST /desk/reset", (ids, body) -> {
            faults.follow(Faults.Plan.NONE);
            return Json.object().put("documents", refill.apply(body.path("seed").asText("small")));
        });
    }

    private void deed(String address, Deed deed) {
        actions.put(
                address,
                (ids, body) -> store.write(ledger -> {
                    World here = world.apply(ledger);
                    return here.dressed(deed.act(here, ids, body));
                }));
    }

    private ObjectNode counters() {
        ObjectNode counts = Json.object();
        store.read(Ledger::counts).forEach(counts::put);
        return counts;
    }

    /** Everything that was written with a key of an application: so a test can count how often each effect came true. */
    private ArrayNode effects() {
        return store.read(ledger -> {
            ArrayNode effects = Json.array();
            for (Row row : ledger.all(Search.everywhere().keyed())) {
                row.body()
                        .path("externalData")
                        .forEach(pair -> effects.addObject()
                                .put("kind", row.kind())
                                .put("id", row.id())
                                .put("key", pair.path("key").asText())
                                .put("value", pair.path("value").asText()));
            }
            return effects;
        });
    }

    private ObjectNode time() {
        return Json.object()
                .put("now", clock.instant().toString())
                .put("ahead", clock.ahead().toString());
    }

    private ObjectNode moveClock(ObjectNode body) {
        try {
            Duration ahead = body.hasNonNull("now")
                    ? clock.ahead()
                            .plus(Duration.between(
                                    clock.instant(),
                                    Instant.parse(body.path("now").asText())))
                    : Duration.parse(Office.required(body, "ahead"));
            store.write(ledger -> {
                ledger.set("clock-ahead", ahead.toString());
                return ahead;
            });
            clock.move(ahead);
            return time();
        } catch (DateTimeException unreadable) {
            throw Problem.bad("ahead", "A duration is written as in PT10M, a time as in 2026-05-21T14:00:00Z.");
        }
    }
}
