package org.fieldwright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldwright.launch.Portal;

/** Signs in once for each role, by the page, and lends the session to every test that needs only to be signed in. */
final class SignedIn {
    private final Browser browser;
    private final Portal portal;
    private final Map<String, List<Cookie>> cookies = new HashMap<>();

    SignedIn(Browser browser, Portal portal) {
        this.browser = browser;
        this.portal = portal;
    }

    List<Cookie> cookies(String role) {
        return cookies.computeIfAbsent(role, this::signIn);
    }

    private List<Cookie> signIn(String role) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(portal.address().toString()))) {
            new SignInPage(context.newPage()).open().signIn(Portal.account(role), Portal.DEMO_PASSWORD);
            return context.cookies();
        }
    }
}
