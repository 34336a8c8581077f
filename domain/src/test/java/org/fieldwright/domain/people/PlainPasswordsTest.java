package org.fieldwright.domain.people;

class PlainPasswordsTest implements PasswordsContract {
    private final PlainPasswords passwords = new PlainPasswords();

    @Override
    public Passwords passwords() {
        return passwords;
    }
}
