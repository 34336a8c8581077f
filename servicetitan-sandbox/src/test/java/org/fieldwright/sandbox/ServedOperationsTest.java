package org.fieldwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Shape;
import org.junit.jupiter.api.Test;

class ServedOperationsTest {
    private final Contract contract = new Contract();

    @Test
    void every_parameter_of_a_served_list_means_something() {
        assertThat(Sandbox.book(contract).deafParameters()).isEmpty();
    }

    @Test
    void every_shape_that_the_table_names_is_there() {
        contract.operations().forEach(operation -> {
            operation.body().ifPresent(body -> check(operation.module(), body));
            check(operation.module(), operation.answer().shape());
        });
        contract.eventTypes().forEach(type -> check("webhooks", contract.event(type)));
    }

    private void check(String module, Shape shape) {
        switch (shape) {
            case Shape.Named named ->
                assertThat(contract.resolve(module, named)).isNotNull();
            case Shape.Many many -> check(module, many.of());
            case Shape.Optional optional -> check(module, optional.of());
            case Shape.Mapping mapping -> check(module, mapping.of());
            case Shape.Fields fields -> fields.byName().values().forEach(field -> check(module, field.shape()));
            default -> {}
        }
    }
}
