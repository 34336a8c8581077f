package org.fieldwright.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.fieldwright.sandbox.store.Json;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Shape SHAPE =
            ShapeReader.read("{id! long, name! str, at time?, kind (A|B), amount str, lines {n! int}[]?}");
    private final Contract contract = new Contract();

    private java.util.Map<String, java.util.List<String>> problems(String json) {
        Fitting fitting = new Fitting(contract, "crm");
        fitting.fit(SHAPE, Json.read(json.replace('\'', '"')));
        return fitting.problems();
    }

    @Test
    void every_field_that_does_not_fit_is_named_with_its_place() {
        assertThat(problems("{'id':'x','kind':'C','lines':[{'n':1},{'m':2}],'more':1}"))
                .containsOnlyKeys("id", "kind", "lines[1].m", "lines[1].n", "more", "name");
    }

    @Test
    void times_come_out_in_utc_whatever_zone_they_came_in() {
        Fitting fitting = new Fitting(contract, "crm");

        JsonNode fitted =
                fitting.fit(SHAPE, Json.read("{\"id\":1,\"name\":\"n\",\"at\":\"2026-05-21T09:00:00-05:00\"}"));

        assertThat(fitted.path("at").asText()).isEqualTo("2026-05-21T14:00:00Z");
        assertThat(problems("{'id':1,'name':'n','at':'soon'}")).containsOnlyKeys("at");
    }

    @Test
    void an_answer_has_every_required_field_only_known_ones_and_amounts_as_texts_where_texts_are_wanted() {
        JsonNode filled = new Filling(contract, "crm")
                .fill(SHAPE, Json.read("{\"id\":7,\"amount\":1.5,\"secret\":true,\"at\":null}"));

        assertThat(Json.write(filled))
                .isEqualTo("{\"id\":7,\"name\":\"\",\"at\":null,\"amount\":\"1.50\",\"lines\":null}");
    }

    @Test
    void a_shape_that_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> ShapeReader.read("{id long")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> ShapeReader.read("{id; long}")).isInstanceOf(IllegalArgumentException.class);
    }
}
