package org.fieldwright.domain.people;

class InMemorySignInAttemptsTest implements SignInAttemptsContract {
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts();

    @Override
    public SignInAttempts attempts() {
        return attempts;
    }
}
