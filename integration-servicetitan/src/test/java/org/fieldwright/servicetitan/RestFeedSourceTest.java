package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldwright.servicetitan.PretendTitan.export;
import static org.fieldwright.servicetitan.PretendTitan.page;
import static org.fieldwright.servicetitan.PretendTitan.path;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedSource;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PublishedContract.class)
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

    @ParameterizedTest
    @EnumSource(Feed.class)
    void every_feed_is_where_the_table_says(Feed feed) {
        titan.answersEverythingElse(okJson("""
                {"hasMore": false, "continueFrom": "t", "totalCount": 1, "page": 1, "pageSize": 500,
                 "data": [{"id": 5, "jobId": 5, "unknown": 1}]}"""));

        FeedSource.Part part = source.next(feed, FeedSource.BEGINNING);
        FeedSource.Part next = source.next(feed, part.position());

        assertThat(ids(part)).containsExactly(5L);
        assertThat(part.unreadable()).isEmpty();
        assertThat(part.more()).isFalse();
        assertThat(part.whole()).isEqualTo(feed.how() == Feed.How.WHOLE);
        assertThat(ids(next)).containsExactly(5L);
        assertThat(titan.asked()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_can_be_read_by_itself_is_read_where_the_table_says(Kind kind) {
        titan.answersEverythingElse(okJson("""
                {"id": 5, "hasMore": false, "totalCount": 1, "history": [], "data": [{"id": 5}]}"""));

        if (source.readsOne(kind)) {
            assertThat(source.read(kind, 5)).get().extracting(Copy::id).isEqualTo(5L);
            assertThat(titan.asked()).hasSize(1);
        } else {
            assertThatThrownBy(() -> source.read(kind, 5)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_not_there_any_more_is_no_failure() {
        titan.gives(get(urlPathEqualTo(path("jpm jobs/5"))), PretendTitan.problem(404, "Not found"));
        titan.reads("accounting invoices", page());

        assertThat(source.read(Kind.JOB, 5)).isEmpty();
        assertThat(source.read(Kind.INVOICE, 5)).isEmpty();
    }

    @Test
    void the_history_of_a_job_read_by_itself_looks_like_that_of_the_feed() {
        titan.reads("jpm jobs/5/history", "{\"history\": [{\"id\": 1, \"eventType\": \"Booked\"}]}");

        Copy copy = source.read(Kind.JOB_HISTORY, 5).orElseThrow();

        assertThat(copy.id()).isEqualTo(5);
        assertThat(copy.json()).isEqualTo("{\"jobId\":5,\"history\":[{\"id\":1,\"eventType\":\"Booked\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"no id\"} | Its id is missing or no positive whole number.",
                "{\"id\": \"7\"} | Its id is missing or no positive whole number.",
                "{\"id\": 7.5} | Its id is missing or no positive whole number.",
                "{\"id\": -7} | Its id is missing or no positive whole number.",
                "{\"id\": 99999999999999999999} | Its id is no number that an id can be.",
                "{\"id\": 7, \"active\": \"yes\"} | Its field active is neither true nor false.",
                "{\"id\": 7, \"modifiedOn\": \"yesterday\"} | Its field modifiedOn is no time.",
                "{\"id\": 7, \"modifiedOn\": 12} | Its field modifiedOn is no time.",
                "\"just text\" | It is no record.",
            })
    void a_row_that_is_no_record_is_put_aside_with_its_reason(String row, String reason) {
        titan.reads("jpm export/jobs", export(false, "t", row(1), row, row(2)));

        FeedSource.Part part = source.next(Feed.JOBS, FeedSource.BEGINNING);

        assertThat(ids(part)).containsExactly(1L, 2L);
        assertThat(part.unreadable()).singleElement().satisfies(put -> {
            assertThat(put.reason()).isEqualTo(reason);
            assertThat(put.json()).isEqualToIgnoringWhitespace(row);
        });
    }

    @Test
    void a_row_of_more_than_a_megabyte_is_put_aside_and_shown_in_part() {
        String large = "{\"id\": 7, \"memo\": \"" + "x".repeat(1 << 20) + "\"}";
        titan.reads("jpm export/jobs", export(false, "t", row(1), large));

        FeedSource.Part part = source.next(Feed.JOBS, FeedSource.BEGINNING);

        assertThat(ids(part)).containsExactly(1L);
        assertThat(part.unreadable().getFirst().reason()).isEqualTo("It is larger than 1 MB.");
        assertThat(part.unreadable().getFirst().json()).hasSize(10_000);
    }

    @Test
    void a_feed_that_goes_round_in_a_circle_is_left_until_later() {
        titan.reads("jpm export/jobs", export(true, "t", row(1)));

        FeedSource.Part first = source.next(Feed.JOBS, FeedSource.BEGINNING);
        FeedSource.Part second = source.next(Feed.JOBS, first.position());

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hasMore\": false, \"continueFrom\": \"t\"} | it holds no list",
                "{\"data\": [], \"continueFrom\": \"t\"} | it does not say whether there is more",
                "{\"data\": [{\"id\": 1}, {\"id | it is empty or breaks off",
                "[] | it is not what was asked for",
            })
    void an_answer_that_is_none_leaves_the_position_good(String answer, String what) {
        titan.reads("jpm export/jobs", answer);

        assertThatThrownBy(() -> source.next(Feed.JOBS, FeedSource.BEGINNING))
                .isInstanceOfSatisfying(ServiceTitanException.class, said -> {
                    assertThat(said.trouble()).isEqualTo(Trouble.UNREADABLE);
                    assertThat(said.getMessage()).startsWith("ServiceTitan's answer could not be understood: " + what);
                    assertThat(said.perhapsDone()).isFalse();
                });
    }

    @Test
    void a_short_list_is_read_as_a_whole() {
        titan.gives(
                exportOf("settings user-roles").withQueryParam("page", equalTo("1")),
                okJson(page(true, 3, row(1), row(2))));
        titan.gives(
                exportOf("settings user-roles").withQueryParam("page", equalTo("2")), okJson(page(false, 3, row(3))));

        FeedSource.Part part = source.next(Feed.USER_ROLES, FeedSource.BEGINNING);

        assertThat(ids(part)).containsExactly(1L, 2L, 3L);
        assertThat(part.whole()).isTrue();
        assertThat(part.position()).isEqualTo(FeedSource.BEGINNING);
    }

    @Test
    void a_short_list_that_changes_between_two_pages_is_read_once_more() {
        titan.gives(
                exportOf("settings user-roles").withQueryParam("page", equalTo("1")),
                okJson(page(true, 3, row(1), row(2))));
        titan.gives(
                exportOf("settings user-roles")
                        .withQueryParam("page", equalTo("2"))
                        .inScenario("shrinks")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("steady"),
                okJson(page(false, 2)));
        titan.gives(
                exportOf("settings user-roles")
                        .withQueryParam("page", equalTo("2"))
                        .inScenario("shrinks")
                        .whenScenarioStateIs("steady"),
                okJson(page(false, 3, row(3))));

        FeedSource.Part part = source.next(Feed.USER_ROLES, FeedSource.BEGINNING);

        assertThat(ids(part)).containsExactly(1L, 2L, 3L);
        assertThat(part.whole()).isTrue();
    }

    @Test
    void a_short_list_that_never_stands_still_is_left_until_later() {
        titan.gives(exportOf("settings user-roles"), okJson(page(false, 3, row(1))));

        assertThatThrownBy(() -> source.next(Feed.USER_ROLES, FeedSource.BEGINNING))
                .isInstanceOfSatisfying(ServiceTitanException.class, said -> {
                    assertThat(said.trouble().passes()).isTrue();
                    assertThat(said.getMessage()).startsWith("User roles kept changing while they were read.");
                });
    }

    @Test
    void changes_are_read_up_to_a_little_before_now_by_their_clock_and_then_from_a_little_before_that() {
        Instant theirNoon = Instant.parse("2026-03-02T12:10:00Z"); // ten minutes before ours
        titan.gives(
                exportOf("inventory receipts"),
                okJson(page(row(1))).withHeader("Date", "Mon, 02 Mar 2026 12:10:00 GMT"));
        source.next(Feed.RECEIPTS, FeedSource.BEGINNING);
        titan.server().resetRequests();

        FeedSource.Part first = source.next(Feed.RECEIPTS, FeedSource.BEGINNING);
        source.next(Feed.RECEIPTS, first.position());

        assertThat(first.more()).isFalse();
        assertThat(titan.asked().get(0).queryParameter("modifiedBefore").firstValue())
                .isEqualTo(theirNoon.minusSeconds(30).toString());
        assertThat(titan.asked().get(0).queryParameter("modifiedOnOrAfter").isPresent())
                .isFalse();
        assertThat(titan.asked().get(1).queryParameter("modifiedOnOrAfter").firstValue())
                .isEqualTo(theirNoon.minusSeconds(330).toString());
    }

    @Test
    void a_list_that_shrinks_while_it_is_read_loses_no_row() {
        ShrinkingList list = new ShrinkingList(1_700);
        list.isAt(titan, "inventory receipts");

        List<Long> seen = new ArrayList<>();
        String position = FeedSource.BEGINNING;
        FeedSource.Part part;
        do {
            part = source.next(Feed.RECEIPTS, position);
            seen.addAll(ids(part));
            position = part.position();
            list.loses(titan, 7);
        } while (part.more());

        assertThat(list.left()).isNotEmpty().isSubsetOf(seen);
    }
}
