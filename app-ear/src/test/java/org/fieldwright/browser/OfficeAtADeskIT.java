package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The office works with what came from ServiceTitan; an administrator sees to it that it comes. */
@BrowserTest
class OfficeAtADeskIT {
    @Test
    void finds_a_job_by_its_number_and_reads_its_record(Visit visit) {
        JobListPage jobs = new JobListPage(visit.as("dispatcher").page()).open().awaitJobs();
        String number = jobs.links().first().textContent();

        jobs.search(number);
        assertThat(jobs.links()).hasCount(1);
        jobs.openFirst();

        assertThat(visit.frame().title()).hasText("Job " + number);
        for (String part : new String[] {"Appointments", "Notes", "Estimates and invoice"}) {
            assertThat(visit.page().getByRole(AriaRole.HEADING, named(part))).isVisible();
        }
        visit.page().goBack();
        assertThat(visit.page()).hasURL(Pattern.compile("/jobs\\?q=" + number));
    }

    @Test
    void narrows_the_list_and_the_address_keeps_it(Visit visit) {
        JobListPage jobs = new JobListPage(visit.as("dispatcher").page()).open().awaitJobs();

        jobs.only("Completed");
        assertThat(visit.page()).hasURL(Pattern.compile("status=Completed"));
        visit.page().reload();

        assertThat(jobs.rows().first()).containsText("Completed");
        assertThat(visit.page().getByRole(AriaRole.LINK, named("Clear"))).isVisible();
    }

    @Test
    void goes_through_jobs_with_the_keyboard_alone(Visit visit) {
        JobListPage jobs = new JobListPage(visit.as("dispatcher").page()).open().awaitJobs();

        visit.page().keyboard().press("j");
        visit.page().keyboard().press("j");
        String second = jobs.links().nth(1).textContent();
        assertThat(jobs.links().nth(1)).isFocused();
        visit.page().keyboard().press("Enter");

        assertThat(visit.frame().title()).hasText("Job " + second);
    }

    @Test
    void a_technician_sees_what_is_on_a_truck_and_how_the_number_came_about(Visit visit) {
        visit.as("technician").open("/stock");
        StockOfPage stock = new StockOfPage(visit.page()).awaitParts();
        String part = stock.parts().first().textContent();

        stock.openFirst();

        assertThat(stock.how()).containsText(part);
        assertThat(visit.page()).hasURL(Pattern.compile("part=[0-9]+"));
        assertThat(visit.page().getByLabel("Truck or warehouse")).isVisible();
    }

    @Test
    void an_administrator_pauses_a_feed_and_starts_it_again(Visit visit) {
        FeedsPage feeds = new FeedsPage(visit.as("admin").page()).open().awaitCaughtUp();

        feeds.press("Pause", "Campaigns");
        assertThat(feeds.row("Campaigns")).containsText("Paused");
        feeds.press("Start", "Campaigns");

        assertThat(feeds.row("Campaigns")).containsText("Up to date");
    }

    @Test
    void an_administrator_tries_the_connection_with_what_is_kept_and_with_a_wrong_secret(Visit visit) {
        visit.as("admin").open("/admin/servicetitan/connection");
        Page page = visit.page();
        assertThat(page.getByLabel("Client secret")).hasValue("");

        page.getByRole(AriaRole.BUTTON, button("Test the connection")).click();
        assertThat(page.locator("#probe")).containsText("It works, and every scope that is needed is granted.");
        page.getByLabel("Client secret").fill("not the secret");
        page.getByRole(AriaRole.BUTTON, button("Test the connection")).click();

        assertThat(page.locator("#probe")).containsText("secret");
        assertThat(page.locator("#probe")).hasClass(Pattern.compile("notice-bad"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
