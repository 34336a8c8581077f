package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** From what callers write to what is kept: the forms of external data differ on the way in and on the way out. */
public final class Bodies {
    private Bodies() {}

    /** The document made of a request to create one. */
    public static ObjectNode created(ObjectNode request) {
        ObjectNode body = request.deepCopy();
        JsonNode external = body.remove("externalData");
        if (external != null && external.isObject()) {
            body.put("externalDataGuid", external.path("applicationGuid").asText());
            body.set("externalData", external.path("externalData"));
        }
        return body;
    }

    /** Lays a patch over a document: fields that came replace, external data is merged or replaced as it says. */
    public static void merge(Row row, ObjectNode patch) {
        ObjectNode changes = patch.deepCopy();
        JsonNode external = changes.remove("externalData");
        JsonNode active = changes.remove("active");
        if (active != null && active.isBoolean()) {
            row.activate(active.asBoolean());
        }
        changes.properties().forEach(change -> mergeField(row.body(), change));
        if (external != null && external.isObject()) {
            mergeExternal(row.body(), external);
        }
    }

    private static void mergeField(ObjectNode body, Map.Entry<String, JsonNode> change) {
        JsonNode old = body.get(change.getKey());
        if (old instanceof ObjectNode before && change.getValue() instanceof ObjectNode after) {
            before.setAll(after);
        } else {
            body.set(change.getKey(), change.getValue());
        }
    }

    private static void mergeExternal(ObjectNode body, JsonNode external) {
        ArrayNode kept = Json.array();
        JsonNode changes = external.path("externalData");
        List<String> changed = changes.findValuesAsText("key");
        if (external.path("patchMode").asText("Replace").equals("Merge")) {
            body.path("externalData").forEach(pair -> {
                if (!changed.contains(pair.path("key").asText())) {
                    kept.add(pair);
                }
            });
        }
        changes.forEach(pair -> {
            if (pair.hasNonNull("value")) {
                kept.add(pair);
            }
        });
        body.put("externalDataGuid", external.path("applicationGuid").asText());
        body.set("externalData", kept);
    }
}
