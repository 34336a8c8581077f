package org.fieldwright.servicetitan;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalLong;
import org.fieldwright.domain.servicetitan.ServiceTitanException;

/** What is around the rows of a list or a part of a feed. */
record Page(JsonObject answer) {
    /**
     * The rows.
     *
     * @throws ServiceTitanException when there are none to be seen
     */
    JsonArray rows() {
        if (answer.get("data") instanceof JsonArray rows) {
            return rows;
        }
        throw Troubles.unreadable("it holds no list", false);
    }

    /** The rows that are records, for looking something up. */
    List<JsonObject> records() {
        return rows().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    boolean hasMore() {
        JsonValue more = answer.getOrDefault("hasMore", JsonValue.NULL);
        return switch (more.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw Troubles.unreadable("it does not say whether there is more", false);
        };
    }

    /** How many rows there are on all pages, where they say it. */
    OptionalLong total() {
        return answer.get("totalCount") instanceof JsonNumber total
                ? OptionalLong.of(total.longValue())
                : OptionalLong.empty();
    }

    /** How many rows they put on a page; they may allow fewer than were asked for. */
    int size(int asked) {
        return answer.get("pageSize") instanceof JsonNumber size && size.intValue() > 0
                ? Math.min(size.intValue(), asked)
                : asked;
    }

    /** Where a feed goes on; blank when they do not say. */
    String continueFrom() {
        return answer.get("continueFrom") instanceof JsonString token ? token.getString() : "";
    }
}
