package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page about the server's health, and what watchers read, say the same of the same parts. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthPageIT {
    private static final List<String> PARTS =
            List.of("database", "tables", "search", "tasks", "ocr", "writer", "disk", "software");

    private Portal portal;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
    }

    @Test
    void an_administrator_and_a_manager_see_every_part_and_none_that_does_not_work() {
        for (String account : List.of("admin", "manager")) {
            String page = signedIn(account).open("admin/health").body();

            assertThat(PARTS).allSatisfy(part -> assertThat(page).contains("id=\"part-" + part + "\""));
            assertThat(page).contains("Fieldwright’s own PostgreSQL answers.").doesNotContain("Does not work");
        }
    }

    @Test
    void whoever_may_not_see_it_is_not_led_there_and_not_let_in() {
        Visitor technician = signedIn("technician");

        HttpResponse<String> page = technician.open("admin/health");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("PostgreSQL");
        assertThat(technician.open("ask").body()).doesNotContain("/admin/health");
        assertThat(signedIn("manager").open("ask").body()).contains("/admin/health");
    }

    @Test
    void watchers_read_the_same_facts() {
        String page = signedIn("admin").open("admin/health").body();
        String health = Program.without(portal.address()).get("health/ready").body();

        assertThat(health).contains("\"name\":\"database\",\"status\":\"UP\"", "\"name\":\"search\",\"status\":\"UP\"");
        assertThat(health).contains("\"vectors\":\"lucene\"");
        assertThat(page).contains("<dt>vectors</dt><dd>lucene</dd>");
    }

    private Visitor signedIn(String account) {
        Visitor visitor = new Visitor(portal.address());
        visitor.signIn(Portal.account(account), Portal.DEMO_PASSWORD, false);
        return visitor;
    }
}
