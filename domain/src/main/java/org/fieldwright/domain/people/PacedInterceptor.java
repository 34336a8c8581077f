package org.fieldwright.domain.people;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets a person do what costs effort only so often. After the check of permissions: refused calls cost nothing. */
@Paced(Effort.ASK)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 1)
class PacedInterceptor {
    private final Pace pace;
    private final CurrentPerson currentPerson;

    @Inject
    PacedInterceptor(Pace pace, CurrentPerson currentPerson) {
        this.pace = pace;
        this.currentPerson = currentPerson;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        Paced paced = call.getMethod().getAnnotation(Paced.class);
        if (paced != null) {
            currentPerson
                    .find()
                    .ifPresent(person -> pace.take(paced.value(), person.id().toString()));
        }
        return call.proceed();
    }
}
