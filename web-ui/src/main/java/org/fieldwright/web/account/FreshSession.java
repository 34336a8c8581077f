package org.fieldwright.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import org.fieldwright.domain.people.Account;
import org.fieldwright.web.security.FrontDesk;

/** Lets whoever ended all their sessions go on in this browser. */
@ApplicationScoped
class FreshSession {
    /** Says in the address what was done. */
    static final String DONE = "done";

    private FrontDesk desk;

    /** For the container's proxy. */
    protected FreshSession() {}

    @Inject
    FreshSession(FrontDesk desk) {
        this.desk = desk;
    }

    /** Begins a session for the account as it is now, and shows its page anew. */
    void begin(Account account, String done) throws IOException {
        desk.enterFromPage(account, false);
        FacesContext.getCurrentInstance().getExternalContext().redirect("/account?" + DONE + "=" + done);
    }
}
