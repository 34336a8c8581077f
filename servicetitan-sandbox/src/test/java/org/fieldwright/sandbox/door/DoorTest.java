package org.fieldwright.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;
import org.junit.jupiter.api.Test;

class DoorTest extends SeededShop {
    private static final String CUSTOMERS = "/crm/v2/~/customers?pageSize=1";
    private static final String FORM = "application/x-www-form-urlencoded";

    private Answer token(String contentType, String body) {
        return sandbox.answer(
                new Call("POST", "/connect/token", null, Map.of("content-type", contentType), Bytes.of(body)));
    }

    private Caller with(SandboxSettings settings) {
        return new Caller(new Sandbox(database, settings, clock), settings);
    }

    @Test
    void a_token_carries_the_documented_claims_for_fifteen_minutes() {
        Answer answer = token(
                FORM,
                "grant_type=client_credentials&client_id=cid.fieldwright-demo&client_secret=cs1.fieldwright-demo-secret");

        JsonNode body = Caller.json(answer);
        String[] parts = body.path("access_token").asText().split("\\.", -1);
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(body.path("expires_in").asInt()).isEqualTo(900);
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(claims.path("tenant").asText()).isEqualTo("4005370");
        assertThat(claims.path("exp").asLong() - claims.path("nbf").asLong()).isEqualTo(900);
        assertThat(claims.path("scope").valueStream().map(JsonNode::asText)).contains("tn.crm.customers:r");
    }

    @Test
    void credentials_as_json_and_wrong_ones_are_refused() {
        String json = "{\"grant_type\":\"client_credentials\",\"client_id\":\"cid.fieldwright-demo\"}";

        assertThat(token("application/json", json).status()).isEqualTo(400);
        assertThat(Caller.json(token(FORM, "grant_type=client_credentials&client_id=x&client_secret=y"))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client");
        assertThat(Caller.json(token(FORM, "grant_type=password")).path("error").asText())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void an_expired_token_and_a_forged_one_are_answered_with_401() {
        clock.advance(Duration.ofMinutes(15));
        Answer expired = refused("GET", CUSTOMERS, null);
        api.use(api.newToken() + "x");
        Answer forged = refused("GET", CUSTOMERS, null);

        assertThat(expired.status()).isEqualTo(401);
        assertThat(forged.status()).isEqualTo(401);
        assertThat(Caller.json(forged).path("traceId").asText()).isNotEmpty();
    }

    @Test
    void all_tokens_can_be_made_worthless_at_once() {
        api.desk("POST", "tokens/expire", null);
        Answer before = refused("GET", CUSTOMERS, null);
        api.use(api.newToken());

        assertThat(before.status()).isEqualTo(401);
        assertThat(api.call("GET", CUSTOMERS, null).status()).isEqualTo(200);
    }

    @Test
    void a_call_needs_the_key_of_the_application_its_own_tenant_and_the_scope() {
        Map<String, String> noKey = new HashMap<>(api.headers("application/json"));
        noKey.remove("st-app-key");
        SandboxSettings few = settings().withScopes(Set.of("tn.crm.customers:r"));

        assertThat(api.send("GET", CUSTOMERS, noKey, null).status()).isEqualTo(401);
        assertThat(api.call("GET", "/crm/v2/tenant/1/customers", null).status()).isEqualTo(403);
        Answer unscoped = with(few).call("POST", "/crm/v2/~/customers", "{}");
        assertThat(unscoped.status()).isEqualTo(403);
        assertThat(Caller.json(unscoped).path("title").asText()).contains("tn.crm.customers:w");
    }

    @Test
    void the_sixty_first_call_of_a_second_is_too_many_and_says_when_to_come_again() {
        Caller hasty = with(SandboxSettings.demo());

        Answer last = null;
        for (int i = 0; i < 61; i++) {
            last = hasty.call("GET", "/jbce/v2/~/call-reasons", null);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.headers()).containsEntry("Retry-After", "1");
        assertThat(Caller.json(last).path("title").asText())
                .isEqualTo("Rate limit is exceeded. Try again in 1 seconds.");
        clock.advance(Duration.ofSeconds(1));
        assertThat(hasty.call("GET", "/jbce/v2/~/call-reasons", null).status()).isEqualTo(200);
    }

    @Test
    void a_429_can_come_without_a_header() {
        Caller hasty = with(SandboxSettings.demo().withCallsPerSecond(1).withoutRetryAfterHeader());

        hasty.call("GET", CUSTOMERS, null);

        assertThat(hasty.call("GET", CUSTOMERS, null).headers()).doesNotContainKey("Retry-After");
    }

    @Test
    void what_is_published_but_not_served_says_so_and_what_is_unknown_is_not_there() {
        Answer unserved = refused("GET", "/accounting/v2/~/gl-accounts", null);

        assertThat(unserved.status()).isEqualTo(501);
        assertThat(Caller.json(unserved).path("title").asText()).contains("does not serve");
        assertThat(refused("GET", "/crm/v2/~/workorders", null).status()).isEqualTo(404);
    }

    @Test
    void a_lost_answer_hides_work_that_is_done() {
        api.desk("PUT", "faults", Caller.object("{'lostAnswers':1}"));

        Answer answer = api.call("POST", "/jpm/v2/~/jobs", request());

        api.desk("PUT", "faults", Caller.object("{}"));
        assertThat(answer.lost()).isTrue();
        assertThat(api.get("/jpm/v2/~/jobs?customerId="
                                + request().path("customerId").asLong() + "&jobStatus=Scheduled")
                        .path("data")
                        .findValuesAsText("summary"))
                .contains("Only once");
    }

    private com.fasterxml.jackson.databind.node.ObjectNode request() {
        api.desk("PUT", "faults", Caller.object("{}"));
        var request = jobRequest().put("summary", "Only once");
        api.desk("PUT", "faults", Caller.object("{'lostAnswers':1}"));
        return request;
    }

    @Test
    void planned_faults_strike_by_their_shares_and_the_same_seed_strikes_the_same_calls() {
        String plan = "{'seed':7,'tooMany':0.1,'serverErrors':0.1}";

        String first = statuses(plan);
        String second = statuses(plan);

        assertThat(first).isEqualTo(second).contains("429").contains("503").contains("200");
    }

    private String statuses(String plan) {
        api.desk("PUT", "faults", Caller.object(plan));
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            statuses.append(api.call("GET", "/jbce/v2/~/call-reasons", null).status())
                    .append(' ');
        }
        return statuses.toString();
    }

    @Test
    void a_share_beyond_one_and_a_body_that_is_no_json_are_refused() {
        Map<String, String> key = Map.of("x-desk-key", settings().controlKey());

        assertThat(api.send("PUT", "/desk/faults", key, "{\"tooMany\":2}").status())
                .isEqualTo(400);
        assertThat(api.send("PUT", "/desk/faults", Map.of(), "{}").status()).isEqualTo(401);
        assertThat(refused("POST", "/jpm/v2/~/jobs", "no json").status()).isEqualTo(400);
    }
}
