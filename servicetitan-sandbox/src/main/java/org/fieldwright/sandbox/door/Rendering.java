package org.fieldwright.sandbox.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Filling;
import org.fieldwright.sandbox.contract.Operation;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.store.Json;

/** Brings a result into the published form of its operation. */
final class Rendering {
    private final Operation operation;
    private final Filling filling;
    private final String application;

    /** @param application the GUID whose external data the caller wants to see; empty for none */
    Rendering(Contract contract, Operation operation, String application) {
        this.operation = operation;
        this.filling = new Filling(contract, operation.module());
        this.application = application;
    }

    Answer answer(Result result) {
        int status = operation.answer().status();
        return switch (result) {
            case Result.Nothing nothing -> Answer.empty(status);
            case Result.File file -> Answer.bytes(200, file.contentType(), file.content());
            case Result.Moved moved -> Answer.empty(302).with("Location", moved.address());
            case Result.One one -> Answer.json(status, one(one.value()));
            case Result.Page page -> Answer.json(status, page(page));
            case Result.Feed feed -> Answer.json(status, feed(feed));
        };
    }

    private JsonNode one(JsonNode value) {
        JsonNode filled = filled(value);
        return operation.answer().wrapping() == Operation.Wrapping.DATA
                ? Json.object().set("data", filled)
                : filled;
    }

    private JsonNode page(Result.Page page) {
        ObjectNode body = Json.object();
        body.put("page", page.page());
        body.put("pageSize", page.pageSize());
        body.put("hasMore", page.more());
        if (page.total() < 0) {
            body.putNull("totalCount");
        } else {
            body.put("totalCount", page.total());
        }
        body.set("data", elements(page.rows()));
        return operation.answer().wrapping() == Operation.Wrapping.PLAIN ? body.get("data") : body;
    }

    private JsonNode feed(Result.Feed feed) {
        ObjectNode body = Json.object();
        body.put("hasMore", feed.more());
        body.put("continueFrom", feed.next());
        body.set("data", elements(feed.rows()));
        return body;
    }

    private ArrayNode elements(List<ObjectNode> rows) {
        ArrayNode elements = Json.array();
        rows.forEach(row -> elements.add(filled(row)));
        return elements;
    }

    private JsonNode filled(JsonNode value) {
        if (value instanceof ObjectNode object
                && object.has("externalData")
                && !object.path("externalDataGuid").asText("-").equalsIgnoreCase(application)) {
            object.set("externalData", Json.array());
        }
        return filling.fill(operation.answer().shape(), value);
    }
}
