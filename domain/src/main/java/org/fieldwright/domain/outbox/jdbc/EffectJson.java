package org.fieldwright.domain.outbox.jdbc;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.fieldwright.domain.outbox.Effect;

/** An effect as JSON and back. Its kind is the name of its record. */
final class EffectJson {
    private static final Jsonb JSON = JsonbBuilder.create();

    private static final Map<String, Class<?>> KINDS = Stream.<Class<?>>of(Effect.class.getPermittedSubclasses())
            .collect(toUnmodifiableMap(Class::getSimpleName, identity()));

    private EffectJson() {}

    static String kind(Effect effect) {
        return effect.getClass().getSimpleName();
    }

    static String write(Effect effect) {
        return JSON.toJson(effect);
    }

    static Effect read(String kind, String json) {
        return (Effect) JSON.fromJson(json, KINDS.get(kind));
    }
}
