package org.fieldwright.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void an_id_is_read() {
        UUID id = UUID.fromString("6ac997fd-36ca-40e5-a0ab-30ea60a7df52");

        assertThat(Ids.uuid(id.toString())).contains(id);
    }

    @Test
    void what_is_no_id_or_not_there_is_nothing() {
        assertThat(Ids.uuid("17; drop table")).isEmpty();
        assertThat(Ids.uuid("")).isEmpty();
        assertThat(Ids.uuid(null)).isEmpty();
    }
}
