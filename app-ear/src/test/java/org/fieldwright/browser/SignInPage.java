package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page that asks who one is. */
public final class SignInPage {
    private final Page page;

    public SignInPage(Page page) {
        this.page = page;
    }

    public SignInPage open() {
        page.navigate("/signin");
        return this;
    }

    public Locator email() {
        return page.getByLabel("E-mail");
    }

    public Locator password() {
        return page.getByLabel("Password");
    }

    /** Tries, whatever comes of it. */
    public void enter(String email, String password) {
        email().fill(email);
        password().fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    /** Enters and waits until the portal has let one in. */
    public void signIn(String email, String password) {
        enter(email, password);
        page.waitForURL(address -> !address.contains("/signin"));
    }
}
