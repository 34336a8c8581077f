package org.fieldwright.sandbox.jpm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** What happened to a job, one entry after the other. */
public final class History {
    static final String KIND = "job-history";

    private History() {}

    static void begin(World world, Row job) {
        ObjectNode history = Json.object().put("jobId", job.id());
        history.putArray("history");
        world.add(KIND, history);
        note(world, job.id(), "Job Booked", "", job.number("createdById"));
    }

    public static void note(World world, long job, String event, String memo, long who) {
        world.ledger().first(Search.of(KIND).equal("jobId", job)).ifPresent(history -> {
            history.body()
                    .withArray("history")
                    .addObject()
                    .put("id", world.ledger().nextId())
                    .put("employeeId", who)
                    .put("eventType", event)
                    .put("date", world.now().toString())
                    .put("usedSchedulingTool", "Manual")
                    .put("memo", memo);
            world.ledger().save(history);
        });
    }
}
