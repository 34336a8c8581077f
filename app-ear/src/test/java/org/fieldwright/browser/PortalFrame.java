package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** What stands around every page: the places, the account, the help. */
public final class PortalFrame {
    private final Page page;

    PortalFrame(Page page) {
        this.page = page;
    }

    /** The words of the places that can be entered. */
    public List<String> places() {
        return placeLinks().allInnerTexts().stream().map(String::strip).toList();
    }

    public Locator placeLinks() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Places"))
                .getByRole(AriaRole.LISTITEM)
                .getByRole(AriaRole.LINK);
    }

    public Locator title() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator account() {
        return page.locator("#account");
    }

    public Locator openAccount() {
        page.locator("[popovertarget=account]").locator("visible=true").click();
        return account();
    }

    public void signOut() {
        openAccount()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/signin");
    }

    public Locator help() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard"));
    }
}
