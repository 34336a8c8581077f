package org.fieldwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {
    @Test
    void without_an_issuer_there_is_no_button() {
        assertThat(settings(Map.of()).button()).isEmpty();
    }

    @Test
    void the_button_says_the_name() {
        OidcSettings settings = settings(Map.of(
                "fieldwright.oidc.issuer", "https://id.shop.example/realms/shop",
                "fieldwright.oidc.client-id", "portal",
                "fieldwright.oidc.name", "Shop ID"));

        assertThat(settings.button()).hasValue("Shop ID");
    }

    @Test
    void groups_give_one_role_or_several() {
        OidcSettings settings = settings(Map.of(
                "fieldwright.oidc.groups-claim", "groups",
                "fieldwright.oidc.groups", "shop office = dispatcher + Billing , admins=administrator"));

        assertThat(settings.groups())
                .isEqualTo(Map.of(
                        "shop office", Set.of(Role.DISPATCHER, Role.BILLING), "admins", Set.of(Role.ADMINISTRATOR)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.shop.example",
                "ftp://id.shop.example",
                "id.shop.example",
                "https://",
                "https://id.shop.example?x=1",
                "https://id shop",
                "http://localhost.evil.example"
            })
    void an_issuer_elsewhere_must_speak_https(String issuer) {
        assertThatThrownBy(() ->
                        settings(Map.of("fieldwright.oidc.issuer", issuer, "fieldwright.oidc.client-id", "portal")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fieldwright.oidc.issuer");
    }

    @ParameterizedTest
    @CsvSource({
        "fieldwright.oidc.client-id, portal, issuer",
        "fieldwright.oidc.scopes, profile email, openid",
        "fieldwright.oidc.newcomers, boss, 'Roles: technician, dispatcher'",
        "fieldwright.oidc.groups-claim, groups, belong together",
        "fieldwright.oidc.groups, admins=administrator, belong together",
        "fieldwright.oidc.groups, admins, must be like",
        "fieldwright.oidc.groups, =administrator, must be like"
    })
    void what_makes_no_sense_is_refused_by_name(String key, String value, String says) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fieldwright.oidc.")
                .hasMessageContaining(says);
    }

    @Test
    void the_secret_reaches_no_log() {
        Map<String, String> all = new HashMap<>(Map.of(
                "fieldwright.oidc.issuer", "https://id.shop.example",
                "fieldwright.oidc.client-id", "portal",
                "fieldwright.oidc.client-secret", "hush hush"));

        assertThat(settings(all).toString()).contains("id.shop.example").doesNotContain("hush");
    }

    private static OidcSettings settings(Map<String, String> values) {
        return OidcSettings.from(new MapConfig(values));
    }
}
