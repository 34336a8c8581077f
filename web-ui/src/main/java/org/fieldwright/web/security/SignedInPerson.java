package org.fieldwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Person;

/** Whom the request's session or token stands for; or on whose behalf a thread of ours works. */
@ApplicationScoped
public class SignedInPerson implements CurrentPerson {
    private static final String ATTRIBUTE = SignedInPerson.class.getName();
    private static final ThreadLocal<Person> ACTING = new ThreadLocal<>();

    private HttpServletRequest request;
    private BeanManager beans;

    /** For the container's proxy. */
    protected SignedInPerson() {}

    @Inject
    SignedInPerson(HttpServletRequest request, BeanManager beans) {
        this.request = request;
        this.beans = beans;
    }

    @Override
    public Optional<Person> find() {
        Person acting = ACTING.get();
        if (acting != null) {
            return Optional.of(acting);
        }
        return inRequest() ? of(request) : Optional.empty();
    }

    /** Works on somebody's behalf where no request says who asks: in a thread of our own, or before a session begins. */
    public <T> T onBehalfOf(Person person, Callable<T> work) throws Exception {
        Person before = ACTING.get();
        ACTING.set(person);
        try {
            return work.call();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    static Optional<Person> of(HttpServletRequest request) {
        return Optional.ofNullable((Person) request.getAttribute(ATTRIBUTE));
    }

    /** Says who sent the request, once that is proven. */
    static void remember(HttpServletRequest request, Person person) {
        request.setAttribute(ATTRIBUTE, person);
    }

    private boolean inRequest() {
        try {
            return beans.getContext(RequestScoped.class).isActive() && request.getMethod() != null;
        } catch (ContextNotActiveException | IllegalStateException outside) {
            return false;
        }
    }
}
