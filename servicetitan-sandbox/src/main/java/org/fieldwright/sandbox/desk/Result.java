package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fieldwright.sandbox.store.Bytes;

/** What comes of an operation, before it is brought into the form of an answer. */
public sealed interface Result {
    /** One value. */
    record One(JsonNode value) implements Result {}

    /** A page of a list; the total is -1 when nobody asked. */
    record Page(List<ObjectNode> rows, int page, int pageSize, boolean more, long total) implements Result {}

    /** A part of an export feed. */
    record Feed(List<ObjectNode> rows, boolean more, String next) implements Result {}

    record Nothing() implements Result {}

    record File(String contentType, Bytes content) implements Result {}

    record Moved(String address) implements Result {}

    static Result of(JsonNode value) {
        return new One(value);
    }

    static Result nothing() {
        return new Nothing();
    }

    /** A whole list as one page. */
    static Result list(List<ObjectNode> rows) {
        return new Page(rows, 1, Math.max(rows.size(), 50), false, rows.size());
    }
}
