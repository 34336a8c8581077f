package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.ApiTokens;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.RememberMe;
import org.fieldwright.domain.people.SignIn;

/**
 * Finds out who sends a request: by bearer token for the API, otherwise by session, otherwise by the cookie of a remembered
 * browser. Sign-in by form and by OpenID Connect both end here, with somebody who is proven. Refuses nothing by itself: that
 * is {@link Gate}'s work.
 */
@ApplicationScoped
public class WhoIsThere implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private SignIn signIn;
    private ApiTokens tokens;
    private RememberMe rememberMe;
    private RememberCookie cookie;
    private SecuritySettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected WhoIsThere() {}

    @Inject
    WhoIsThere(
            SignIn signIn,
            ApiTokens tokens,
            RememberMe rememberMe,
            RememberCookie cookie,
            SecuritySettings settings,
            Clock clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.rememberMe = rememberMe;
        this.cookie = cookie;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() instanceof ProvenPerson proven) {
            return in(enter(request, response, proven), request, context);
        }
        if (Doors.isResource(request) || Doors.takesEvents(request)) {
            return context.doNothing();
        }
        Optional<Person> person = Doors.takesTokens(request) && bearer(request).isPresent()
                ? bearer(request).flatMap(tokens::recognise)
                : bySession(request).or(() -> byCookie(request, response));
        return person.map(found -> in(found, request, context)).orElseGet(context::doNothing);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        cookie.in(request).ifPresent(rememberMe::forget);
        cookie.clear(response);
        Presence.end(request);
        context.cleanClientSubject();
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private Optional<Person> bySession(HttpServletRequest request) {
        Optional<Presence> presence = Presence.in(request);
        Optional<Person> person = presence.filter(known -> !known.isTooOld(clock.instant(), settings.sessionLongest()))
                .flatMap(known -> signIn.stillIn(known.person(), known.generation()));
        if (presence.isPresent() && person.isEmpty()) {
            Presence.end(request);
        }
        return person;
    }

    private Optional<Person> byCookie(HttpServletRequest request, HttpServletResponse response) {
        return cookie.in(request).flatMap(shown -> switch (rememberMe.recall(shown)) {
            case RememberMe.Outcome.Recalled recalled -> {
                recalled.cookie().ifPresent(fresh -> cookie.put(response, fresh));
                begin(request, recalled.account());
                yield Optional.of(recalled.account().person());
            }
            case RememberMe.Outcome.Unknown unknown -> {
                cookie.clear(response);
                yield Optional.empty();
            }
            case RememberMe.Outcome.Stolen stolen -> {
                cookie.clear(response);
                yield Optional.empty();
            }
        });
    }

    private Person enter(HttpServletRequest request, HttpServletResponse response, ProvenPerson proven) {
        begin(request, proven.account());
        if (proven.remember()) {
            String browser = BrowserName.of(request.getHeader("User-Agent"));
            cookie.put(response, rememberMe.remember(proven.account(), browser));
        }
        return proven.account().person();
    }

    private void begin(HttpServletRequest request, Account account) {
        Presence.begin(request, account, clock.instant(), settings.sessionIdle());
    }

    private static AuthenticationStatus in(Person person, HttpServletRequest request, HttpMessageContext context) {
        SignedInPerson.remember(request, person);
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(person.email()),
                person.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }
}
