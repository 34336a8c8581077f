package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;

/** The list of jobs. */
final class JobListPage {
    private static final Duration UNTIL_LOADED = Duration.ofMinutes(3);

    private final Page page;

    JobListPage(Page page) {
        this.page = page;
    }

    JobListPage open() {
        page.navigate("/jobs");
        return this;
    }

    /** The jobs come from the sandbox, which starts after the portal. */
    JobListPage awaitJobs() {
        Instant end = Instant.now().plus(UNTIL_LOADED);
        while (links().count() == 0 && Instant.now().isBefore(end)) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(links().first()).isVisible();
        return this;
    }

    /** The numbers of the jobs, each leading to its job. */
    Locator links() {
        return page.locator("[data-list] a[data-item]");
    }

    Locator rows() {
        return page.locator("[data-list] tbody tr");
    }

    void openFirst() {
        links().first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Appointments")))
                .isVisible();
    }

    void search(String words) {
        page.getByLabel("Search jobs").fill(words);
        page.getByLabel("Search jobs").press("Enter");
    }

    void only(String state) {
        page.getByLabel("State").selectOption(state);
    }
}
