package org.fieldwright.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Clock;
import java.util.UUID;
import org.fieldwright.domain.webhook.Deliveries;
import org.fieldwright.launch.Portal;

/** What ServiceTitan has told by itself. */
public final class EventsPage {
    private final Page page;

    public EventsPage(Page page) {
        this.page = page;
    }

    public EventsPage open() {
        page.navigate("/admin/servicetitan/events");
        return this;
    }

    /** As ServiceTitan does it; the page does not know yet. */
    public EventsPage deliver(String type, String data) {
        return deliver(type, data, Portal.TENANT);
    }

    public EventsPage deliver(String type, String data, long tenant) {
        byte[] body = Deliveries.event(
                type, data, Clock.systemUTC().instant(), UUID.randomUUID().toString(), tenant);
        APIResponse answer = page.request()
                .post(
                        "/webhooks/servicetitan",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("x-servicetitan-signature", Deliveries.hex(Portal.WEBHOOK_KEY, body))
                                .setData(body));
        if (answer.status() != 202) {
            throw new IllegalStateException("the event was not taken: " + answer.status());
        }
        return this;
    }

    /** What somebody may send who does not know the key. */
    public EventsPage deliverUnsigned() {
        page.request()
                .post(
                        "/webhooks/servicetitan",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{}"));
        return this;
    }

    public EventsPage search(String words) {
        page.getByLabel("Search events").fill(words);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Search").setExact(true))
                .click();
        return this;
    }

    public EventsPage only(String state) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("State"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(state))
                .click();
        return this;
    }

    public Locator rows() {
        return page.locator("[data-list]").getByRole(AriaRole.LISTITEM);
    }

    public Locator row(String words) {
        return rows().filter(new Locator.FilterOptions().setHasText(words));
    }

    public void retry(String words) {
        row(words)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();
    }

    public Locator turnedAway() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Turned away"));
    }
}
