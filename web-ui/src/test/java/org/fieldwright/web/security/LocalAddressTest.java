package org.fieldwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/ask", "/manuals?q=a%20b&page=2", "/page/3f2c/7?mark=1,2", "/ask/3f2c-11"})
    void a_page_of_this_portal_is_one(String address) {
        assertThat(LocalAddress.of(address)).hasValue(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "ask",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ask\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/%5cevil.example",
                "/..//evil.example",
                "/signin",
                "/signout",
                "/api/v1/manuals",
                "/x/../signout"
            })
    void everything_else_is_not(String address) {
        assertThat(LocalAddress.of(address)).isEmpty();
    }

    @Test
    void nor_is_an_address_without_end() {
        assertThat(LocalAddress.of("/" + "a".repeat(2_000))).isEmpty();
    }
}
