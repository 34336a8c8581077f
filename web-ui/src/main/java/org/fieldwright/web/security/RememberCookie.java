package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.people.PeopleSettings;

/** The cookie of a remembered browser. */
@ApplicationScoped
public class RememberCookie {
    private SecuritySettings security;
    private PeopleSettings people;

    /** For the container's proxy. */
    protected RememberCookie() {}

    @Inject
    RememberCookie(SecuritySettings security, PeopleSettings people) {
        this.security = security;
        this.people = people;
    }

    /** What the browser that sent the request is remembered by, if it is. */
    public Optional<String> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    void put(HttpServletResponse response, String value) {
        send(response, value, Math.toIntExact(people.rememberFor().toSeconds()));
    }

    void clear(HttpServletResponse response) {
        send(response, "", 0);
    }

    private void send(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(security.secureCookies());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    private String name() {
        return security.secureCookies() ? "__Host-fieldwright-remember" : "fieldwright-remember";
    }
}
