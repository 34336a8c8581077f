package org.fieldwright.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Somebody at a screen: a browser that knows nothing yet, with one page open. */
public final class Visit {
    private final BrowserContext context;
    private final SignedIn signedIn;
    private final Complaints complaints;
    private final Page page;

    Visit(BrowserContext context, SignedIn signedIn, Complaints complaints) {
        this.context = context;
        this.signedIn = signedIn;
        this.complaints = complaints;
        complaints.listenTo(context);
        this.page = context.newPage();
    }

    /** Somebody of this role who has signed in before: technician, dispatcher, estimator, billing, manager or admin. */
    public Visit as(String role) {
        context.clearCookies();
        context.addCookies(signedIn.cookies(role));
        return this;
    }

    public Page page() {
        return page;
    }

    /** Goes to an address of the portal, such as {@code /manuals}. */
    public Response open(String address) {
        return page.navigate(address);
    }

    /** A complaint that belongs to the test, as a pattern; without this it fails. */
    public Visit expecting(String complaint) {
        complaints.expect(complaint);
        return this;
    }

    public PortalFrame frame() {
        return new PortalFrame(page);
    }

    BrowserContext context() {
        return context;
    }

    Complaints complaints() {
        return complaints;
    }
}
