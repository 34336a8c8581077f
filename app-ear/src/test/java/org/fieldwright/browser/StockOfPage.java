package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;

/** What is on a truck. */
final class StockOfPage {
    private static final Duration UNTIL_LOADED = Duration.ofMinutes(3);

    private final Page page;

    StockOfPage(Page page) {
        this.page = page;
    }

    /** Trucks and parts come from the sandbox, which starts after the portal. */
    StockOfPage awaitParts() {
        Instant end = Instant.now().plus(UNTIL_LOADED);
        while (parts().count() == 0 && Instant.now().isBefore(end)) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(parts().first()).isVisible();
        return this;
    }

    Locator parts() {
        return page.locator("[data-list] a[data-item]");
    }

    /** Its movements are shown with their sum. */
    Locator how() {
        return page.locator("#how");
    }

    void openFirst() {
        parts().first().click();
        assertThat(how()).isVisible();
    }
}
