package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What roles in ServiceTitan mean here, and what would change. */
public final class StaffRolesPage {
    private final Page page;

    public StaffRolesPage(Page page) {
        this.page = page;
    }

    public StaffRolesPage open() {
        page.navigate("/admin/servicetitan/roles");
        return this;
    }

    /** The box that makes a role in ServiceTitan stand for one here. */
    public Locator box(String there, String here) {
        return part("What each role means here")
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(there + " is here"))
                .first()
                .getByLabel(here);
    }

    public void save() {
        button("Save").click();
    }

    public Locator difference() {
        return part("What would change");
    }

    /** Those for whom something would change. */
    public Locator changes() {
        return difference()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.CHECKBOX)));
    }

    /** Has it done for the first of them only. */
    public void applyToTheFirst() {
        Locator boxes = changes().getByRole(AriaRole.CHECKBOX);
        for (Locator box : boxes.all()) {
            box.uncheck();
        }
        boxes.first().check();
        button("Apply to the chosen").click();
    }

    public Locator links() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Links to hand over"))
                .getByRole(AriaRole.TEXTBOX);
    }

    private Locator part(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
