package org.fieldwright.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.SeededShop;
import org.junit.jupiter.api.Test;

class ListsAndFeedsTest extends SeededShop {
    private static final String FEED = "/crm/v2/~/export/customers";

    @Override
    protected SandboxSettings settings() {
        return SandboxSettings.read(name -> switch (name) {
            case "sandbox.export-page" -> "20";
            case "sandbox.calls-per-second" -> "100000";
            default -> null;
        });
    }

    /** All rows from a token on, and the token at the end. */
    private record Reading(List<Long> ids, String token) {}

    private Reading readFrom(String token) {
        List<Long> ids = new ArrayList<>();
        String at = token;
        JsonNode part;
        do {
            part = api.get(FEED + "?from=" + at);
            ids.addAll(ids(part));
            at = part.path("continueFrom").asText();
        } while (part.path("hasMore").asBoolean());
        return new Reading(ids, at);
    }

    private void rename(long id, String name) {
        api.patch("/crm/v2/~/customers/" + id, Caller.object("{'name':'" + name + "'}"));
    }

    @Test
    void pages_follow_each_other_without_gap_or_double_and_say_when_there_is_more() {
        JsonNode one = api.get("/crm/v2/~/customers?page=1&pageSize=25&includeTotal=true");
        JsonNode two = api.get("/crm/v2/~/customers?page=2&pageSize=25");
        JsonNode three = api.get("/crm/v2/~/customers?page=3&pageSize=25");

        List<Long> all = new ArrayList<>(ids(one));
        all.addAll(ids(two));
        all.addAll(ids(three));
        assertThat(all).doesNotHaveDuplicates().hasSize(one.path("totalCount").asInt());
        assertThat(one.path("hasMore").asBoolean()).isTrue();
        assertThat(two.path("totalCount").isNull()).isTrue();
        assertThat(three.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void lists_are_sorted_as_asked() {
        List<Long> down = ids(api.get("/crm/v2/~/customers?sort=-Id&pageSize=5000"));
        List<String> names = api.get("/crm/v2/~/customers?sort=%2BName&pageSize=5000")
                .path("data")
                .findValuesAsText("name");

        assertThat(down).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(names).isSorted();
        assertThat(refused("GET", "/crm/v2/~/customers?sort=a;drop", null).status())
                .isEqualTo(400);
    }

    @Test
    void wrong_values_of_known_parameters_are_refused() {
        for (String wrong : List.of("pageSize=0", "pageSize=5001", "ids=x", "createdBefore=soon", "active=Maybe")) {
            assertThat(refused("GET", "/crm/v2/~/customers?" + wrong, null).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_feed_gives_everything_once_also_what_is_inactive_and_then_only_what_is_new() {
        Reading all = readFrom("");
        long touched = all.ids().getFirst();

        Reading nothing = readFrom(all.token());
        rename(touched, "Renamed");
        Reading news = readFrom(all.token());

        assertThat(all.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(60);
        assertThat(nothing.ids()).isEmpty();
        assertThat(news.ids()).containsExactly(touched);
    }

    @Test
    void a_token_stays_good_after_a_restart_and_for_ever() {
        Reading all = readFrom("");
        rename(all.ids().getFirst(), "One");
        readFrom(all.token());
        rename(all.ids().get(1), "Two");
        api = new Caller(new Sandbox(database, settings(), clock), settings());

        Reading again = readFrom(all.token());

        assertThat(again.ids()).containsExactly(all.ids().getFirst(), all.ids().get(1));
    }

    @Test
    void a_feed_can_begin_on_a_day() {
        clock.advance(java.time.Duration.ofMinutes(5));
        long id = firstId("/crm/v2/~/customers");
        rename(id, "Renamed");

        assertThat(readFrom("2026-05-21T15:03:00Z").ids()).containsExactly(id);
    }

    @Test
    void recent_changes_may_come_again_but_the_feed_goes_on() {
        Reading all = readFrom("");

        JsonNode again = api.get(FEED + "?includeRecentChanges=true&from=" + all.token());

        assertThat(ids(again)).hasSize(3).isSubsetOf(all.ids());
        assertThat(again.path("continueFrom").asText()).isEqualTo(all.token());
        assertThat(again.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void a_token_that_is_none_is_refused() {
        assertThat(refused("GET", FEED + "?from=nonsense", null).status()).isEqualTo(400);
    }

    @Test
    void a_young_row_waits_in_the_feed_when_feeds_are_late() {
        Caller late = new Caller(new Sandbox(database, lateSettings(), clock), lateSettings());
        clock.advance(java.time.Duration.ofMinutes(10));
        String token = lastToken(late);
        long id = firstId("/crm/v2/~/customers");
        rename(id, "Renamed");

        JsonNode young = late.get(FEED + "?from=" + token);
        clock.advance(java.time.Duration.ofMinutes(4));
        JsonNode old = late.get(FEED + "?from=" + young.path("continueFrom").asText());

        assertThat(ids(young)).isEmpty();
        assertThat(ids(old)).containsExactly(id);
    }

    private static SandboxSettings lateSettings() {
        return SandboxSettings.read(name -> switch (name) {
            case "sandbox.export-delay" -> "PT3M";
            case "sandbox.export-page" -> "5000";
            default -> null;
        });
    }

    private static String lastToken(Caller caller) {
        return caller.get(FEED).path("continueFrom").asText();
    }
}
