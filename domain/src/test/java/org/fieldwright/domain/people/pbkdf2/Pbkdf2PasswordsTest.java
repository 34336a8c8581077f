package org.fieldwright.domain.people.pbkdf2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fieldwright.domain.people.Passwords;
import org.fieldwright.domain.people.PasswordsContract;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Test;

class Pbkdf2PasswordsTest implements PasswordsContract {
    private final Pbkdf2Passwords passwords = new Pbkdf2Passwords(new Pbkdf2PasswordHashImpl());

    @Override
    public Passwords passwords() {
        return passwords;
    }

    @Test
    void a_hash_costs_at_least_what_owasp_asks_and_has_its_own_salt() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("PBKDF2WithHmacSHA512:210000:");
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void a_hash_of_the_platforms_default_cost_still_matches_and_is_outdated() {
        Pbkdf2PasswordHashImpl platform = new Pbkdf2PasswordHashImpl();
        platform.initialize(Map.of());
        String cheap = platform.generate("correct horse battery".toCharArray());

        assertThat(passwords.matches("correct horse battery", cheap)).isTrue();
        assertThat(passwords.isOutdated(cheap)).isTrue();
    }
}
