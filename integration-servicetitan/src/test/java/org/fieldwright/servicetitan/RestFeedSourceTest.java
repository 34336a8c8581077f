package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.servicetitan.PretendTitan.export;
import static org.fieldwright.servicetitan.PretendTitan.path;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.time.Instant;
import java.util.List;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestFeedSourceTest {
    private final PretendTitan titan = new PretendTitan();
    private final RestFeedSource source = new RestFeedSource(titan.line());

    @AfterEach
    void close() {
        titan.close();
    }

    private static String row(long id) {
        return "{\"id\": %d, \"active\": true, \"modifiedOn\": \"2026-03-01T10:00:00.1234567Z\"}".formatted(id);
    }

    private static MappingBuilder exportOf(String modulePath) {
        return get(urlPathEqualTo(path(modulePath)));
    }

    private static List<Long> ids(FeedSource.Part part) {
        return part.copies().stream().map(Copy::id).toList();
    }

    @Test
    void an_export_feed_begins_without_a_token_and_goes_on_with_theirs() {
        titan.gives(
                exportOf("jpm export/jobs")
                        .withQueryParam("from", absent())
                        .withQueryParam("includeRecentChanges", equalTo("false")),
                okJson(export(true, "a+b/c=%2B", row(1), row(2))));
        titan.gives(
                exportOf("jpm export/jobs")
                        .withQueryParam("from", equalTo("a+b/c=%2B"))
                        .withQueryParam("includeRecentChanges", equalTo("false")),
                okJson(export(false, "t2", row(3))));
        titan.gives(
                exportOf("jpm export/jobs")
                        .withQueryParam("from", equalTo("t2"))
                        .withQueryParam("includeRecentChanges", equalTo("true")),
                okJson(export(false, "t2")));

        FeedSource.Part first = source.next(Feed.JOBS, FeedSource.BEGINNING);
        FeedSource.Part second = source.next(Feed.JOBS, first.position());
        FeedSource.Part third = source.next(Feed.JOBS, second.position());

        assertThat(ids(first)).containsExactly(1L, 2L);
        assertThat(first.more()).isTrue();
        assertThat(ids(second)).containsExactly(3L);
        assertThat(second.more()).isFalse();
        assertThat(third.copies()).isEmpty();
        assertThat(third.position()).isEqualTo(second.position());
        assertThat(third.whole()).isFalse();
    }

    @Test
    void a_copy_is_the_row_as_it_came() {
        titan.reads("crm export/customers", export(false, "t", """
                        {"id": 7, "active": false, "modifiedOn": "2026-03-01T10:00:00.1234567Z", "type": "SomethingNew",
                         "balance": 1.50, "unknown": {"kept": [1, null]}}"""));

        Copy copy = source.next(Feed.CUSTOMERS, FeedSource.BEGINNING).copies().getFirst();

        assertThat(copy.active()).isFalse();
        assertThat(copy.modifiedOn()).contains(Instant.parse("2026-03-01T10:00:00.123456700Z"));
        assertThat(copy.json())
                .contains("\"type\":\"SomethingNew\"", "\"balance\":1.50", "\"unknown\":{\"kept\":[1,null]}");
    }
}
