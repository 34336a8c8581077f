package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The list of people, and adding one. */
public final class PeoplePage {
    private final Page page;

    public PeoplePage(Page page) {
        this.page = page;
    }

    public PeoplePage open() {
        page.navigate("/admin/people");
        return this;
    }

    /** Adds a technician; the link that lets them in. */
    public String add(String name, String email) {
        button("Add person").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("E-mail").fill(email);
        dialog.getByLabel("Technician").check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add person"))
                .click();
        return dialog.getByLabel("Link for " + name).inputValue();
    }

    public Locator row(String email) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(email));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
