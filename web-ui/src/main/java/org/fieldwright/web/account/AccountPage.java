package org.fieldwright.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.fieldwright.domain.people.ChangePassword;
import org.fieldwright.domain.people.PasswordRules;

/** One's own page: what was done, and the password. */
@Named("account")
@RequestScoped
public class AccountPage {
    private ChangePassword changePassword;
    private FreshSession session;

    private String old = "";
    private String wanted = "";
    private String done = "";

    /** For the container's proxy. */
    protected AccountPage() {}

    @Inject
    AccountPage(ChangePassword changePassword, FreshSession session, HttpServletRequest request) {
        this.changePassword = changePassword;
        this.session = session;
        this.done = request.getParameter(FreshSession.DONE);
    }

    /** Takes another password. Everything that let one in ends; this browser goes on in a new session. */
    public void change() throws IOException {
        session.begin(changePassword.change(old, wanted), "password");
    }

    /** What was done just now, in a sentence; blank when nothing was. */
    public String getSaid() {
        return switch (done) {
            case "password" -> "Your password is changed. Everything else is signed out.";
            case "browsers" -> "You are signed out everywhere else.";
            case null, default -> "";
        };
    }

    /** Whether there is a password here at all. */
    public boolean isHasPassword() {
        return changePassword.hasPassword();
    }

    public String getRules() {
        return PasswordRules.inWords();
    }

    /** Never sent back. */
    public String getOld() {
        return "";
    }

    public void setOld(String old) {
        this.old = old == null ? "" : old;
    }

    /** Never sent back. */
    public String getWanted() {
        return "";
    }

    public void setWanted(String wanted) {
        this.wanted = wanted == null ? "" : wanted;
    }
}
