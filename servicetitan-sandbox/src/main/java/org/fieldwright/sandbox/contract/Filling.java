package org.fieldwright.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Brings a stored document into the form of an answer: only the fields of the shape, every required one present, amounts as texts
 * where the shape wants texts.
 */
public final class Filling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private final Contract contract;
    private final String module;

    public Filling(Contract contract, String module) {
        this.contract = contract;
        this.module = module;
    }

    /** Never null: a missing value becomes the empty one of its shape. */
    public JsonNode fill(Shape shape, JsonNode value) {
        boolean missing = value == null || value.isNull() || value.isMissingNode();
        return switch (shape) {
            case Shape.Named named -> fill(contract.resolve(module, named), value);
            case Shape.Optional optional -> missing ? NullNode.instance : fill(optional.of(), value);
            case Shape.Fields fields -> object(fields, missing ? NODES.objectNode() : value);
            case Shape.Many many -> array(many, value);
            case Shape.Mapping mapping -> missing ? NODES.objectNode() : value;
            case Shape.Text text -> TextNode.valueOf(missing ? "" : text(value));
            case Shape.Whole whole -> LongNode.valueOf(missing ? 0 : value.asLong());
            case Shape.Decimal decimal -> missing ? DecimalNode.valueOf(BigDecimal.ZERO) : value;
            case Shape.Truth truth -> BooleanNode.valueOf(!missing && value.asBoolean());
            case Shape.Choice choice ->
                missing ? TextNode.valueOf(choice.words().getFirst()) : value;
            case Shape.Numbered numbered ->
                missing ? IntNode.valueOf(numbered.numbers().getFirst()) : value;
            case Shape.Moment moment -> missing ? TextNode.valueOf(NEVER) : value;
            case Shape.Day day ->
                TextNode.valueOf(
                        missing ? NEVER.substring(0, 10) : value.asText().substring(0, 10));
            case Shape.Binary binary -> value;
            case Shape.Anything anything -> missing ? NullNode.instance : value;
        };
    }

    private JsonNode object(Shape.Fields fields, JsonNode value) {
        ObjectNode filled = NODES.objectNode();
        fields.byName().forEach((name, field) -> {
            JsonNode own = value.get(name);
            boolean absent = own == null || own.isNull();
            if (!absent || field.required() || mayBeNull(field.shape())) {
                filled.set(name, fill(field.shape(), own));
            }
        });
        return filled;
    }

    private boolean mayBeNull(Shape shape) {
        return shape instanceof Shape.Optional
                || (shape instanceof Shape.Named && contract.resolve(module, shape) instanceof Shape.Optional);
    }

    private JsonNode array(Shape.Many many, JsonNode value) {
        ArrayNode filled = NODES.arrayNode();
        if (value != null) {
            value.forEach(element -> filled.add(fill(many.of(), element)));
        }
        return filled;
    }

    /** Amounts are written with at least two places; ids as they are. */
    private static String text(JsonNode value) {
        if (value.isBigDecimal() || value.isDouble()) {
            BigDecimal amount = value.decimalValue();
            return amount.setScale(Math.max(2, Math.min(4, amount.scale())), RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return value.asText();
    }
}
