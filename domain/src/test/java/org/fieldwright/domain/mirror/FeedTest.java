package org.fieldwright.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedTest {
    @Test
    void every_kind_is_brought_by_one_feed() {
        assertThat(Stream.of(Feed.values()).map(Feed::kind)).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void a_feed_is_found_by_its_name_in_addresses() {
        assertThat(Feed.of("customer-contacts")).contains(Feed.CUSTOMER_CONTACTS);
        assertThat(Feed.of("CUSTOMER_CONTACTS")).isEmpty();
    }
}
