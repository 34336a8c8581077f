package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.people.Pace;
import org.fieldwright.domain.people.SignIn;
import org.fieldwright.domain.shared.FaultException;

/** Where people and programs show who they are; few wrong tries from one address are allowed. */
@ApplicationScoped
public class FrontDesk {
    private SignIn signIn;
    private SecurityContext security;
    private Caller caller;
    private Pace pace;
    private OidcSettings oidc;

    /** For the container's proxy. */
    protected FrontDesk() {}

    @Inject
    FrontDesk(SignIn signIn, SecurityContext security, Caller caller, Pace pace, OidcSettings oidc) {
        this.signIn = signIn;
        this.security = security;
        this.caller = caller;
        this.pace = pace;
        this.oidc = oidc;
    }

    /**
     * Checks e-mail and password.
     *
     * @throws FaultException TOO_MANY after too many wrong tries from the caller's address
     */
    public SignIn.Outcome check(HttpServletRequest request, String email, String password) {
        String address = caller.address(request);
        pace.take(Effort.SIGN_IN, address);
        SignIn.Outcome outcome = signIn.check(email, password);
        if (outcome instanceof SignIn.Outcome.Welcome) {
            pace.giveBack(Effort.SIGN_IN, address);
        }
        return outcome;
    }

    /** Begins a session for somebody who is proven. */
    public void enter(HttpServletRequest request, HttpServletResponse response, Account account, boolean remember) {
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new ProvenPerson(account, remember))
                        .newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("the container did not take a proven person: " + status);
        }
    }

    /** The same for whoever was proven by the page that is being answered. */
    public void enterFromPage(Account account, boolean remember) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        enter(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                account,
                remember);
    }

    /**
     * Counts a request that proves nothing and has to be worked for all the same.
     *
     * @throws FaultException TOO_MANY after too many from the same address
     */
    public void count(Effort effort, HttpServletRequest request) {
        pace.take(effort, caller.address(request));
    }

    /** What the identity provider is called; empty when there is none. */
    public Optional<String> provider() {
        return oidc.button();
    }

    /** The wanted page if it is one of this portal, otherwise the first one. */
    public String placeHere(String wanted) {
        return LocalAddress.of(wanted).orElse("/");
    }

    /** Where people reach this portal, as far as the request tells. */
    public URI address(HttpServletRequest request) {
        return caller.portal(request);
    }
}
