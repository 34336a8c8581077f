package org.fieldwright.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.fieldwright.domain.people.OwnBrowsers;
import org.fieldwright.web.security.RememberCookie;

/** The browsers that know somebody. */
@Named("browsers")
@RequestScoped
public class BrowsersForm {
    @Inject
    private OwnBrowsers ownBrowsers;

    @Inject
    private FreshSession session;

    @Inject
    private RememberCookie cookie;

    @Inject
    private HttpServletRequest request;

    private List<OwnBrowsers.Browser> rows;

    public List<OwnBrowsers.Browser> getRows() {
        if (rows == null) {
            rows = ownBrowsers.mine(cookie.in(request).orElse(""));
        }
        return rows;
    }

    public void forget(String id) {
        ownBrowsers.forget(id);
        rows = null;
    }

    /** Ends everything; this browser goes on in a new session. */
    public void signOutEverywhere() throws IOException {
        session.begin(ownBrowsers.signOutEverywhere(), "browsers");
    }
}
