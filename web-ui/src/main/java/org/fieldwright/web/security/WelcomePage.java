package org.fieldwright.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.fieldwright.domain.people.AcceptInvitation;
import org.fieldwright.domain.people.PasswordRules;
import org.fieldwright.domain.people.Person;

/** Where somebody chooses a password by a link from an administrator. */
@Named("welcome")
@RequestScoped
public class WelcomePage {
    private AcceptInvitation acceptInvitation;
    private FrontDesk desk;

    private String link = "";
    private String password = "";
    private Optional<Person> person;

    /** For the container's proxy. */
    protected WelcomePage() {}

    @Inject
    WelcomePage(AcceptInvitation acceptInvitation, FrontDesk desk, HttpServletRequest request) {
        this.acceptInvitation = acceptInvitation;
        this.desk = desk;
        String given = request.getParameter("link");
        this.link = given == null ? "" : given;
    }

    /** Keeps the password and goes in; a link that is good no longer leaves the page to say so. */
    public void enter() throws IOException {
        switch (acceptInvitation.accept(link, password)) {
            case AcceptInvitation.Outcome.Welcome welcome -> {
                desk.enterFromPage(welcome.account(), false);
                FacesContext.getCurrentInstance().getExternalContext().redirect("/");
            }
            case AcceptInvitation.Outcome.NoLonger tooLate -> person = Optional.empty();
        }
    }

    /** Whether the link is good. */
    public boolean isGood() {
        return person().isPresent();
    }

    public String getName() {
        return person().map(Person::name).orElse("");
    }

    public String getEmail() {
        return person().map(Person::email).orElse("");
    }

    public String getRules() {
        return PasswordRules.inWords();
    }

    private Optional<Person> person() {
        if (person == null) {
            person = acceptInvitation.look(link);
        }
        return person;
    }

    public String getLink() {
        return link;
    }

    /** Never sent back. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
