package org.fieldwright.domain.people.jpa;

import org.fieldwright.domain.people.SignInAttempts;
import org.fieldwright.domain.people.SignInAttemptsContract;

class JpaSignInAttemptsTest implements SignInAttemptsContract {
    private final JpaDatabase database = new JpaDatabase();
    private final SignInAttempts attempts = database.port(SignInAttempts.class, JpaSignInAttempts::new);

    @Override
    public SignInAttempts attempts() {
        return attempts;
    }
}
