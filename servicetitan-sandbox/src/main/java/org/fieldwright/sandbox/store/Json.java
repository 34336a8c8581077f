package org.fieldwright.sandbox.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON as the sandbox uses it: amounts keep their places and are never binary. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static ArrayNode ids(Collection<Long> ids) {
        ArrayNode array = array();
        ids.forEach(array::add);
        return array;
    }

    /** The numbers of a list; none when there is no list. */
    public static List<Long> ids(JsonNode array) {
        return array == null || !array.isArray()
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList();
    }

    /** An amount of money, in cents. */
    public static DecimalNode money(BigDecimal amount) {
        return DecimalNode.valueOf(amount.setScale(2, RoundingMode.HALF_UP));
    }

    /** The number of a field; nought when there is none. */
    public static BigDecimal amount(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asText());
    }

    public static boolean has(JsonNode object, String field) {
        return object.hasNonNull(field);
    }

    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
    }

    /** Reads JSON; IllegalArgumentException when it is none. */
    public static JsonNode read(Bytes text) {
        try {
            return MAPPER.readTree(text.array());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
    }

    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
