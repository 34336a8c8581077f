package org.fieldwright.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.SignIn;

/** The sign-in form. */
@Named("signIn")
@RequestScoped
public class SignInPage {
    private FrontDesk desk;
    private CurrentPerson currentPerson;

    private String email = "";
    private String password = "";
    private boolean remember;
    private String next = "";
    private String stumbled = "";

    /** For the container's proxy. */
    protected SignInPage() {}

    @Inject
    SignInPage(FrontDesk desk, CurrentPerson currentPerson, HttpServletRequest request) {
        this.desk = desk;
        this.currentPerson = currentPerson;
        setNext(request.getParameter("next"));
        this.stumbled = request.getParameter("stumbled");
    }

    /** Signs in and goes where the person wanted to go; or says in one sentence why not. */
    public void enter() throws IOException {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        switch (desk.check(request, email, password)) {
            case SignIn.Outcome.Welcome welcome -> {
                desk.enterFromPage(welcome.account(), remember);
                goOn();
            }
            case SignIn.Outcome.Refused refused -> say(refused.sentence());
            case SignIn.Outcome.Paused paused -> say(paused.sentence());
        }
    }

    /** Whoever is signed in already goes on at once. */
    public void goOnIfSignedIn() throws IOException {
        if (currentPerson.find().isPresent()) {
            goOn();
        }
    }

    /** What the identity provider is called; blank when there is none. */
    public String getProvider() {
        return desk.provider().orElse("");
    }

    /** What became of signing in by the identity provider; blank when nothing did. */
    public String getStumbled() {
        return Stumble.of(stumbled)
                .map(known -> known.sentence(desk.provider().orElse("the identity provider")))
                .orElse("");
    }

    private void goOn() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(desk.placeHere(next));
    }

    private static void say(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email;
    }

    /** Never sent back. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next == null ? "" : next;
    }
}
