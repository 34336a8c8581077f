package org.fieldwright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small shop of its own for every test, on a Thursday at ten in the morning. */
public abstract class SeededShop {
    protected final MovingClock clock = new MovingClock("2026-05-21T15:00:00Z");
    protected DataSource database;
    protected Sandbox sandbox;
    protected Caller api;

    protected SandboxSettings settings() {
        return SandboxSettings.demo().withCallsPerSecond(100_000);
    }

    @BeforeEach
    void open() {
        database = TestDatabase.seeded();
        sandbox = new Sandbox(database, settings(), clock);
        api = new Caller(sandbox, settings());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** The first row of a list. */
    protected JsonNode first(String address) {
        return api.get(address).path("data").get(0);
    }

    protected long firstId(String address) {
        return first(address).path("id").asLong();
    }

    /** A request to book a job at a place that is there. */
    protected ObjectNode jobRequest() {
        JsonNode location = first("/crm/v2/~/locations?pageSize=1");
        JsonNode type = first("/jpm/v2/~/job-types?pageSize=1");
        ObjectNode request = Json.object();
        request.put("customerId", location.path("customerId").asLong())
                .put("locationId", location.path("id").asLong());
        request.put("businessUnitId", type.path("businessUnitIds").get(0).asLong());
        request.put("jobTypeId", type.path("id").asLong()).put("priority", "High");
        request.put("campaignId", firstId("/marketing/v2/~/campaigns")).put("summary", "No cool");
        request.putArray("appointments")
                .addObject()
                .put("start", "2026-05-25T14:00:00Z")
                .put("end", "2026-05-25T16:00:00Z");
        return request;
    }

    protected JsonNode book() {
        return api.post("/jpm/v2/~/jobs", jobRequest());
    }

    protected List<Long> ids(JsonNode page) {
        return page.path("data")
                .valueStream()
                .map(row -> row.path("id").asLong())
                .toList();
    }

    protected Answer refused(String method, String address, Object body) {
        Answer answer = api.call(method, address, body);
        if (answer.status() < 400) {
            throw new AssertionError("not refused: " + answer.body().text());
        }
        return answer;
    }

    protected static SandboxSettings allCapabilities(SandboxSettings settings) {
        return settings.withCapabilities(Set.of("complete-jobs", "hold-jobs", "create-payments"));
    }
}
