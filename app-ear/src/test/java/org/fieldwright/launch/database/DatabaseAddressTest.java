package org.fieldwright.launch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/shop,                   jdbc:postgresql://db:5432/shop",
        "postgresql://db/shop,                             jdbc:postgresql://db/shop",
        "postgres://db/shop?sslmode=require,               jdbc:postgresql://db/shop?sslmode=require",
        "postgresql://someone:word@db:6543/shop,           jdbc:postgresql://db:6543/shop"
    })
    void the_usual_ways_of_writing_an_address_are_understood(String given, String url) {
        DatabaseAddress address = DatabaseAddress.of(given, Optional.of("user"), Optional.of("secret"));

        assertThat(address.url()).isEqualTo(url);
        assertThat(address.user()).isEqualTo("user");
        assertThat(address.password()).isEqualTo("secret");
    }

    @Test
    void user_and_password_may_stand_in_the_address() {
        DatabaseAddress address =
                DatabaseAddress.of("postgresql://sh%40p:a+b%20c@db/shop", Optional.empty(), Optional.empty());

        assertThat(address.user()).isEqualTo("sh@p");
        assertThat(address.password()).isEqualTo("a+b c");
        assertThat(address.url()).doesNotContain("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/shop", "db", "postgresql://db", "postgresql://db/", "jdbc:postgresql:shop"})
    void anything_else_is_refused_with_an_example(String given) {
        assertThatThrownBy(() -> DatabaseAddress.of(given, Optional.of("user"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/fieldwright");
    }

    @Test
    void an_address_without_user_says_where_to_set_it() {
        assertThatThrownBy(() -> DatabaseAddress.of("postgresql://db/shop", Optional.empty(), Optional.empty()))
                .hasMessageContaining("FIELDWRIGHT_DATABASE_USER");
    }

    @Test
    void the_password_does_not_get_into_a_log() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/shop", "user", "secret").toString())
                .doesNotContain("secret");
    }
}
