package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Passwords} promises. */
public interface PasswordsContract {
    Passwords passwords();

    @Test
    default void knows_the_right_password_and_no_other() {
        String hash = passwords().hash("correct horse battery");

        assertThat(passwords().matches("correct horse battery", hash)).isTrue();
        assertThat(passwords().matches("correct horse batterY", hash)).isFalse();
        assertThat(passwords().matches("", hash)).isFalse();
    }

    @Test
    default void keeps_every_character_of_a_long_password_in_any_script() {
        String longest = "schräge Füße 滑らかな 🔧".repeat(6);
        String hash = passwords().hash(longest);

        assertThat(passwords().matches(longest, hash)).isTrue();
        assertThat(passwords().matches(longest.substring(0, longest.length() - 2), hash))
                .isFalse();
    }

    @Test
    default void nothing_matches_an_empty_or_foreign_hash() {
        assertThat(passwords().matches("", "")).isFalse();
        assertThat(passwords().matches("x", "$2a$10$abcdefghijklmnopqrstuv")).isFalse();
    }

    @Test
    default void a_hash_made_now_is_not_outdated() {
        assertThat(passwords().isOutdated(passwords().hash("correct horse battery")))
                .isFalse();
    }
}
