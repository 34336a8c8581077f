package org.fieldwright.domain.people.zxcvbn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZxcvbnPasswordsTest {
    private static final List<String> ABOUT = List.of("Rosa Delgado", "rosa.delgado@shop.example", "fieldwright");

    private final ZxcvbnPasswords guessable = new ZxcvbnPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "P@ssw0rd2026",
                "iloveyouiloveyou",
                "rosadelgado1",
                "fieldwright1",
                "Fieldwright2026",
                "letmeinletmein"
            })
    void finds_what_is_tried_first(String password) {
        assertThat(guessable.contains(password, ABOUT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "t7#kPq2!zW9m", "blower wheel on tuesday", "滑らかなコンプレッサー車"})
    void lets_long_and_odd_ones_pass(String password) {
        assertThat(guessable.contains(password, ABOUT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab"})
    void judges_the_longest_password_by_its_beginning(String bit) {
        assertThat(guessable.contains(bit.repeat(128 / bit.length()), ABOUT)).isTrue();
    }
}
