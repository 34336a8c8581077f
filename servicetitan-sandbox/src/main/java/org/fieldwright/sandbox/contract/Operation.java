package org.fieldwright.sandbox.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param path with variables in braces, from the root
 * @param scope what the token must grant, as in {@code tn.crm.customers:r}
 * @param module the file whose shapes it speaks
 * @param body what it takes, if it takes anything
 * @param answer what it gives; empty for an empty body
 * @param query the parameters it understands
 * @param capability the switch that must be on, for what the portal lists no longer
 */
public record Operation(
        String method,
        String path,
        String scope,
        String module,
        Optional<Shape> body,
        Answer answer,
        Map<String, Shape> query,
        List<String> demanded,
        Optional<String> capability) {

    /** How the data is wrapped. */
    public enum Wrapping {
        NOTHING,
        PLAIN,
        PAGE,
        COLLECTION,
        EXPORT,
        DATA
    }

    /** The status of success and the shape of one element. */
    public record Answer(int status, Wrapping wrapping, Shape shape) {}

    /** As in {@code GET /crm/v2/tenant/{tenant}/customers}. */
    public String key() {
        return method + " " + path;
    }

    /** The variables of the path, if it is of this operation. */
    Optional<Map<String, String>> match(String[] segments) {
        String[] mine = path.split("/", -1);
        if (mine.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                variables.put(mine[i].substring(1, mine[i].length() - 1), segments[i]);
            } else if (!mine[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
