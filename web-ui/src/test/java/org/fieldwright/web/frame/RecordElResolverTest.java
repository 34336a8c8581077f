package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELProcessor;
import jakarta.el.PropertyNotWritableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordElResolverTest {
    private final ELProcessor el = new ELProcessor();

    record Pump(String name, Place place) {
        boolean inHouse() {
            return true;
        }
    }

    @BeforeEach
    void a_record_is_known_to_the_page() {
        el.getELManager().addELResolver(new RecordElResolver());
        el.defineBean("pump", new Pump("P1", Place.all().getFirst()));
    }

    @Test
    void a_page_reads_components_like_properties() {
        assertThat(el.<Object>eval("pump.name")).isEqualTo("P1");
        assertThat(el.<Object>eval("pump.place.word")).isEqualTo("Ask");
    }

    @Test
    void a_page_cannot_write_them() {
        assertThatThrownBy(() -> el.setValue("pump.name", "P2")).isInstanceOf(PropertyNotWritableException.class);
    }

    @Test
    void other_objects_are_left_to_the_others() {
        assertThat(el.<Object>eval("'abc'.length()")).isEqualTo(3);
        assertThat(el.<Object>eval("pump['name']")).isEqualTo("P1");
    }
}
