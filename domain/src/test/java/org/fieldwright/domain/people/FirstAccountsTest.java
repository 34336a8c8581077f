package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.Test;

class FirstAccountsTest {
    private static final String LONG = "a secret nobody guesses 42";

    private final InMemoryPeople people = new InMemoryPeople();

    @Test
    void a_demo_has_one_account_for_every_role() {
        open(Map.of("fieldwright.demo", "true"));

        for (Role role : Role.values()) {
            Account account = people.findByEmail(DemoAccounts.email(role)).orElseThrow();
            assertThat(account.person().roles()).containsExactly(role);
            assertThat(account.passwordHash()).isEqualTo("plain:" + DemoAccounts.PASSWORD);
        }
    }

    @Test
    void a_second_start_changes_no_account() {
        open(Map.of("fieldwright.demo", "true"));
        Account admin = people.findByEmail("admin@demo.fieldwright").orElseThrow();
        people.update(admin.withPassword("plain:changed"));

        open(Map.of("fieldwright.demo", "true"));

        assertThat(people.findByEmail("admin@demo.fieldwright").orElseThrow().passwordHash())
                .isEqualTo("plain:changed");
        assertThat(people.list(PeopleQuery.containing(""), Accounts.NOON, 0, 100)
                        .total())
                .isEqualTo(Role.values().length);
    }

    @Test
    void the_first_administrator_is_created_only_where_nobody_is() {
        open(Map.of("fieldwright.admin.email", "Anna@Shop.example", "fieldwright.admin.password", LONG));
        open(Map.of("fieldwright.admin.email", "other@shop.example", "fieldwright.admin.password", LONG));

        assertThat(people.findByEmail("anna@shop.example").orElseThrow().isAdministrator())
                .isTrue();
        assertThat(people.findByEmail("other@shop.example")).isEmpty();
    }

    @Test
    void a_weak_first_password_keeps_the_server_from_opening() {
        assertThatIllegalStateException()
                .isThrownBy(() -> open(
                        Map.of("fieldwright.admin.email", "anna@shop.example", "fieldwright.admin.password", "short")))
                .withMessageContaining("fieldwright.admin.password")
                .withMessageNotContaining("\"short\"");
    }

    @Test
    void production_refuses_demo_accounts_that_are_still_active() {
        open(Map.of("fieldwright.demo", "true"));

        assertThatIllegalStateException()
                .isThrownBy(() -> open(Map.of("fieldwright.production", "true", "fieldwright.database.password", LONG)))
                .withMessageContaining("6 demo accounts");
    }

    @Test
    void production_refuses_weak_and_well_known_secrets_without_repeating_them() {
        people.add(Accounts.of("Anna", Role.ADMINISTRATOR));

        assertThatIllegalStateException()
                .isThrownBy(() -> open(Map.of(
                        "fieldwright.production", "true",
                        "fieldwright.database.password", "postgres",
                        "fieldwright.health.token", "0123456789",
                        "fieldwright.webhooks.key", "whk-fieldwright-demo-0123456789abcdef")))
                .withMessageContaining("fieldwright.database.password")
                .withMessageContaining("fieldwright.health.token")
                .withMessageContaining("fieldwright.webhooks.key is a default that everybody knows")
                .withMessageNotContaining("0123456789");
        assertThatIllegalStateException()
                .isThrownBy(() -> open(Map.of("fieldwright.production", "true")))
                .withMessageContaining("fieldwright.database.password is not set");
    }

    @Test
    void production_opens_with_an_administrator_and_good_secrets() {
        open(Map.of(
                "fieldwright.production",
                "true",
                "fieldwright.database.password",
                LONG,
                "fieldwright.admin.email",
                "anna@shop.example",
                "fieldwright.admin.password",
                LONG));

        assertThat(people.isEmpty()).isFalse();
    }

    @Test
    void production_without_anybody_who_can_sign_in_does_not_open() {
        assertThatIllegalStateException()
                .isThrownBy(() -> open(Map.of("fieldwright.production", "true", "fieldwright.database.password", LONG)))
                .withMessageContaining("fieldwright.admin.email");
    }

    @Test
    void settings_that_contradict_each_other_or_are_mistyped_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(Map.of("fieldwright.production", "true", "fieldwright.demo", "true")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(Map.of("fieldwright.production", "ture")))
                .withMessageContaining("fieldwright.production");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(Map.of("fieldwright.admin.email", "anna@shop.example")));
    }

    private void open(Map<String, String> settings) {
        MapConfig config = new MapConfig(settings);
        PasswordRules rules = new PasswordRules((password, about) -> false);
        new FirstAccounts(
                        people,
                        new PlainPasswords(),
                        rules,
                        new ProductionRules(people, config),
                        PeopleSettings.from(config),
                        MovingClock.at(Accounts.NOON))
                .prepare();
    }
}
