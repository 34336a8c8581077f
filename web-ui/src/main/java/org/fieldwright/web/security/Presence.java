package org.fieldwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.Account;

/**
 * What a session knows of who is there: only who, and since when. Roles are looked up at every request, so that a change
 * counts at once.
 */
record Presence(UUID person, int generation, Instant since) implements Serializable {
    private static final String ATTRIBUTE = Presence.class.getName();

    static Optional<Presence> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Presence) session.getAttribute(ATTRIBUTE));
    }

    /** Begins a session under an id that nobody has seen before. */
    static void begin(HttpServletRequest request, Account account, Instant now, Duration idle) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate(); // what an anonymous visitor left in it is not carried over
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        session.setAttribute(ATTRIBUTE, new Presence(account.person().id(), account.generation(), now));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    boolean isTooOld(Instant now, Duration longest) {
        return since.plus(longest).isBefore(now);
    }
}
