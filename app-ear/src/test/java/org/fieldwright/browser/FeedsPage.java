package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What comes in from ServiceTitan. */
final class FeedsPage {
    private static final double UNTIL_LOADED = 240_000;

    private final Page page;

    FeedsPage(Page page) {
        this.page = page;
    }

    FeedsPage open() {
        page.navigate("/admin/servicetitan/feeds");
        return this;
    }

    /** All that are not paused. */
    FeedsPage awaitCaughtUp() {
        assertThat(page.locator("#summary"))
                .hasText(
                        Pattern.compile("4[0-9] of 4[0-9] feeds have caught up\\."),
                        new LocatorAssertions.HasTextOptions().setTimeout(UNTIL_LOADED));
        return this;
    }

    Locator row(String feed) {
        return page.locator("[data-list] tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "td.lead", new Page.LocatorOptions().setHasText(Pattern.compile("^" + feed)))));
    }

    void press(String button, String feed) {
        row(feed)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }
}
