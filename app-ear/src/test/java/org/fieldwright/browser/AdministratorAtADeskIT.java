package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.fieldwright.edge.PortalDatabase;
import org.fieldwright.launch.Portal;
import org.junit.jupiter.api.Test;

@BrowserTest
class AdministratorAtADeskIT {
    /** Reading shares the machine with whatever else runs. */
    private static final double UNTIL_READ = 120_000;

    @Test
    void drops_manuals_among_bad_files_and_each_ends_on_a_row_of_its_own(Visit visit) {
        AdminManualsPage manuals = new AdminManualsPage(visit.as("admin").page()).open();
        String unique = word();

        manuals.drop(List.of(
                Papers.empty("nothing-in-it.pdf"),
                Papers.cutOff("cut-off.pdf"),
                Papers.locked("locked.pdf"),
                Papers.misnamed("a-picture.pdf"),
                Papers.manual(
                        "pump-" + unique + ".pdf", "Pump " + unique, "Close valve " + unique + " before service.")));

        becomes(manuals.row("nothing-in-it.pdf"), "The file is empty.");
        becomes(manuals.row("cut-off.pdf"), "The file is damaged or cut off.");
        becomes(manuals.row("locked.pdf"), "The file is locked with a password.");
        becomes(manuals.row("a-picture.pdf"), "The content of the file is not what its name says.");
        becomes(manuals.row("pump-" + unique + ".pdf"), "Ready");
        AskPage.Exchange exchange = new AskPage(visit.page()).open().ask("When is valve " + unique + " closed?");
        assertThat(exchange.answer()).containsText("before service");
        for (String bad : List.of("nothing-in-it.pdf", "cut-off.pdf", "locked.pdf", "a-picture.pdf")) {
            deleted(new AdminManualsPage(visit.page()).open(), bad);
        }
    }

    @Test
    void is_told_what_deleting_does_and_can_keep_the_manual(Visit visit) {
        String file = "valve-" + word() + ".pdf";
        AdminManualsPage manuals = new AdminManualsPage(visit.as("admin").page()).open();
        manuals.choose(Papers.manual(file, "Valve", "Turn it left."));
        becomes(manuals.row(file), "Ready");

        manuals.delete(file);
        assertThat(manuals.sure()).containsText("This cannot be undone");
        manuals.keep();
        assertThat(manuals.sure()).isHidden();
        assertThat(manuals.row(file)).isVisible();
        manuals.readAgain(file);
        becomes(manuals.row(file), "Ready");

        deleted(manuals, file);
        visit.page().reload();
        assertThat(manuals.row(file)).hasCount(0);
    }

    @Test
    void sees_page_by_page_how_far_a_long_manual_is(Visit visit) {
        String file = "long-" + word() + ".pdf";
        AdminManualsPage manuals = new AdminManualsPage(visit.as("admin").page()).open();

        manuals.choose(Papers.longManual(file, 600));

        assertThat(manuals.row(file)).containsText(Pattern.compile("Page [1-9][0-9]* of 600"), untilRead());
        assertThat(manuals.row(file).getByLabel("Pages done")).isVisible();
        becomes(manuals.row(file), "Ready");
        deleted(manuals, file);
    }

    @Test
    void lets_a_person_in_by_a_link_that_is_good_once(Visit admin, Visit newcomer) {
        String email = word() + "@shop.example";
        String link = new PeoplePage(admin.as("admin").page()).open().add("Pat Newcomer", email);

        newcomer.page().navigate(link);
        newcomer.page().getByLabel("Password", exactly()).fill("three calm blue boilers");
        newcomer.page()
                .getByRole(AriaRole.BUTTON, named("Set password and sign in"))
                .click();

        assertThat(newcomer.page()).hasURL(Pattern.compile("/ask$"));
        Assertions.assertThat(newcomer.frame().places()).containsExactly("Ask", "Jobs", "Manuals", "Stock");
        newcomer.page().navigate(link);
        assertThat(newcomer.frame().title()).hasText("This link is good no longer");
        assertThat(new PeoplePage(admin.page()).open().row(email)).containsText("Active");
    }

    @Test
    void makes_a_token_sees_it_once_and_revokes_it(Visit visit) {
        String name = "Import " + word();
        visit.as("admin").open("/account");

        visit.page().getByLabel("What it is for").fill(name);
        visit.page().getByRole(AriaRole.BUTTON, named("Make token")).click();
        Locator secret = visit.page().getByLabel("Token “" + name + "”");
        assertThat(secret).hasValue(Pattern.compile("fwt_.{30,}"));
        visit.page().reload();
        assertThat(secret).hasCount(0);

        Locator row = visit.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        visit.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(row).hasCount(0);
    }

    @Test
    void sees_how_every_part_of_the_house_is(Visit visit) {
        visit.as("admin").open("/admin/health");

        assertThat(visit.frame().title()).hasText("Health");
        for (String part : List.of("Database", "Search", "Disk")) {
            assertThat(visit.page().getByRole(AriaRole.MAIN)).containsText(part);
        }
    }

    @Test
    void sees_what_came_of_each_event(Visit visit) {
        String job = Long.toString(System.nanoTime());

        EventsPage events = new EventsPage(visit.as("admin").page())
                .deliver("tn.jpm.job-completed", job(job))
                .deliver("tn.jpm.job-updated", job("4711"), 1234)
                .deliver("tn.rpr.report-data-ready", "{}")
                .deliver("tn.crm.lead-created", "{}")
                .deliverUnsigned()
                .open();

        assertThat(events.row("Report data ready").first()).containsText("Not used");
        assertThat(events.row("Lead created").first()).containsText("It names no record.");
        becomes(events.row("job 4711").first(), "It is from another tenant, 1234.");
        assertThat(events.turnedAway()).containsText("without a signature");
        becomes(events.row("job " + job), "Done");
        events.search(job);
        assertThat(events.rows()).hasCount(1);
        events.only("Not used");
        assertThat(events.rows()).hasCount(0);
        assertThat(visit.page()).hasURL(Pattern.compile("q=" + job + "&state=NOT_USED"));
    }

    @Test
    void has_an_event_that_failed_tried_again(Visit visit, Portal portal) {
        String job = Long.toString(System.nanoTime());
        EventsPage events = new EventsPage(visit.as("admin").page())
                .deliver("tn.jpm.job-completed", job(job))
                .open();
        becomes(events.row("job " + job), "Done");
        new PortalDatabase(portal.data())
                .change(
                        "update webhook_event set state = 'FAILED', settled_at = null, reason = 'They do not answer.' where ? = any (about)",
                        "JOB " + job);

        events.open();
        assertThat(events.row("job " + job)).containsText("They do not answer.");
        events.retry("job " + job);

        becomes(events.row("job " + job), "Done");
    }

    private static String job(String id) {
        return "{\"job\":{\"id\":" + id + "}}";
    }

    @Test
    void maps_roles_of_servicetitan_and_lets_one_of_the_staff_in(Visit admin, Visit newcomer) {
        new FeedsPage(admin.as("admin").page()).open().awaitCaughtUp();
        StaffRolesPage roles = new StaffRolesPage(admin.page()).open();

        assertThat(roles.box("Owner", "Manager")).isChecked();
        assertThat(roles.box("Owner", "Administrator")).not().isChecked();
        roles.save();
        assertThat(roles.changes().first()).containsText("+ ");
        int before = roles.changes().count();
        roles.applyToTheFirst();

        assertThat(roles.difference()).containsText("Other roles: 0 people. Let in: 1 person.");
        assertThat(roles.changes()).hasCount(before - 1);
        newcomer.page().navigate(roles.links().inputValue());
        assertThat(newcomer.page().getByLabel("Password", exactly())).isVisible();
    }

    @Test
    void others_are_told_that_an_administrators_page_is_not_theirs(Visit visit) {
        visit.as("billing").expecting("403");

        Assertions.assertThat(visit.open("/admin/people").status()).isEqualTo(403);

        assertThat(visit.page().getByRole(AriaRole.MAIN)).containsText("Not open to you");
    }

    private static void becomes(Locator row, String words) {
        assertThat(row).containsText(words, untilRead());
    }

    private static LocatorAssertions.ContainsTextOptions untilRead() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(UNTIL_READ);
    }

    private static void deleted(AdminManualsPage manuals, String file) {
        manuals.delete(file);
        manuals.confirm();
        assertThat(manuals.row(file)).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
