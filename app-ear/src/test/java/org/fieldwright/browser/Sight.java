package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.function.Consumer;

/** Everything there is to see, each as somebody who may see it. A new page gets a line here. */
record Sight(String name, String role, String address, Consumer<Page> then) {
    private static final String QUESTION = "What does fault code E21 mean?";

    static final Sight SIGN_IN = new Sight("sign in", null, "/signin");
    static final Sight USED_LINK = new Sight("used link", null, "/welcome?link=used");
    static final Sight ASK = new Sight("ask", "technician", "/ask");
    static final Sight ANSWER = new Sight("answer", "technician", "/ask", page -> new AskPage(page).ask(QUESTION));
    static final Sight NOT_IN_MANUALS = new Sight(
            "not in manuals", "technician", "/ask", page -> new AskPage(page).ask("What does fault code E77 mean?"));
    static final Sight PAGE = new Sight("page", "technician", "/ask", Sight::firstCitedPage);
    static final Sight PAGE_AS_TEXT = new Sight("page as text", "technician", "/ask", page -> {
        firstCitedPage(page);
        new PageViewerPage(page).button("Text").click();
    });
    static final Sight MANUALS = new Sight("manuals", "technician", "/manuals");
    static final Sight NO_SUCH_MANUAL = new Sight("no such manual", "technician", "/manuals?q=nothing-of-this-name");
    static final Sight KEEP_MANUALS = new Sight("keep manuals", "admin", "/admin/manuals");
    static final Sight PEOPLE = new Sight("people", "admin", "/admin/people");
    static final Sight NOBODY = new Sight("nobody", "admin", "/admin/people?q=nobody-of-this-name");
    static final Sight ADD_PERSON = new Sight(
            "add person",
            "admin",
            "/admin/people",
            page -> button(page, "Add person").first().click());
    static final Sight PERSON = new Sight(
            "person",
            "admin",
            "/admin/people",
            page -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Demo Estimator"))
                    .click());
    static final Sight JOBS = new Sight("jobs", "dispatcher", "/jobs", page -> new JobListPage(page).awaitJobs());
    static final Sight NO_SUCH_JOB = new Sight("no such job", "dispatcher", "/jobs?q=nothing-of-this-name");
    static final Sight JOB = new Sight(
            "job",
            "dispatcher",
            "/jobs",
            page -> new JobListPage(page).awaitJobs().openFirst());
    static final Sight STOCK = new Sight("stock", "technician", "/stock", page -> new StockOfPage(page).awaitParts());
    static final Sight PART = new Sight(
            "part",
            "technician",
            "/stock",
            page -> new StockOfPage(page).awaitParts().openFirst());
    static final Sight CONNECTION = new Sight("connection", "admin", "/admin/servicetitan/connection");
    static final Sight FEEDS =
            new Sight("feeds", "admin", "/admin/servicetitan/feeds", page -> new FeedsPage(page).awaitCaughtUp());
    static final Sight OUTBOX = new Sight("outbox", "admin", "/admin/servicetitan/outbox");
    static final Sight HEALTH = new Sight("health", "admin", "/admin/health");
    static final Sight EVENTS = new Sight(
            "events",
            "admin",
            "/admin/servicetitan/events",
            page -> new EventsPage(page)
                    .deliver("tn.jpm.job-updated", "{\"job\":{\"id\":48123}}")
                    .deliver("tn.prl.pay-period-locked", "{}")
                    .deliver("tn.jpm.job-updated", "{}")
                    .deliverUnsigned()
                    .open());
    static final Sight STAFF_ROLES = new Sight("staff roles", "admin", "/admin/servicetitan/feeds", page -> {
        new FeedsPage(page).awaitCaughtUp();
        new StaffRolesPage(page).open().save();
    });
    static final Sight NO_EVENT =
            new Sight("no event", "admin", "/admin/servicetitan/events?q=nothing-of-this-name&state=SETTLED");
    static final Sight ACCOUNT = new Sight("account", "technician", "/account");

    /** All of them. */
    static final List<Sight> ALL = List.of(
            SIGN_IN,
            USED_LINK,
            ASK,
            ANSWER,
            NOT_IN_MANUALS,
            PAGE,
            PAGE_AS_TEXT,
            MANUALS,
            NO_SUCH_MANUAL,
            KEEP_MANUALS,
            PEOPLE,
            NOBODY,
            ADD_PERSON,
            PERSON,
            JOBS,
            NO_SUCH_JOB,
            JOB,
            STOCK,
            PART,
            CONNECTION,
            FEEDS,
            OUTBOX,
            HEALTH,
            EVENTS,
            NO_EVENT,
            STAFF_ROLES,
            ACCOUNT);

    private Sight(String name, String role, String address) {
        this(name, role, address, page -> {});
    }

    /** The page, once it is drawn in full. */
    Page openedBy(Visit visit) {
        if (role != null) {
            visit.as(role);
        }
        visit.open(address);
        then.accept(visit.page());
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        return visit.page();
    }

    @Override
    public String toString() {
        return name;
    }

    private static void firstCitedPage(Page page) {
        AskPage.Exchange exchange = new AskPage(page).ask(QUESTION);
        Locator beside = page.locator("[data-evidence-open]");
        if (beside.isVisible()) {
            beside.click();
        } else {
            exchange.pages().first().click();
        }
        new PageViewerPage(page).drawn();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
