package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The list of manuals that everybody can read. */
public final class ManualsPage {
    private final Page page;

    public ManualsPage(Page page) {
        this.page = page;
    }

    public ManualsPage open() {
        page.navigate("/manuals");
        return this;
    }

    public void search(String words) {
        page.getByRole(AriaRole.SEARCHBOX).fill(words);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        page.waitForURL("**/manuals?q=*");
    }

    public Locator rows() {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }

    public Locator row(String title) {
        return rows().filter(new Locator.FilterOptions().setHasText(title));
    }

    public Locator manage() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Manage"));
    }
}
