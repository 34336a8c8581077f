package org.fieldwright.domain.people;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Lets a use case run only for somebody who holds the permission it names. */
@Requires(Permission.ASK_MANUALS)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class RequiresInterceptor {
    private final CurrentPerson currentPerson;

    @Inject
    RequiresInterceptor(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Permission needed = neededFor(call);
        Person person =
                currentPerson.find().orElseThrow(() -> new FaultException(Fault.NOT_SIGNED_IN, "Sign in to do this."));
        if (!person.may(needed)) {
            throw new FaultException(
                    Fault.NOT_ALLOWED,
                    "Your role does not allow this: " + needed.inWords() + ". Ask an administrator if you need it.");
        }
        return call.proceed();
    }

    private static Permission neededFor(InvocationContext call) {
        return Optional.ofNullable(call.getMethod().getAnnotation(Requires.class))
                .or(() ->
                        Optional.ofNullable(call.getMethod().getDeclaringClass().getAnnotation(Requires.class)))
                .map(Requires::value)
                .orElseThrow(() -> new IllegalStateException(call.getMethod() + " names no permission"));
    }
}
