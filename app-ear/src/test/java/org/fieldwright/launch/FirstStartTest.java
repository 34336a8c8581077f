package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FirstStartTest {

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void open() throws LaunchRefused {
        data = DataFolder.open(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        data.close();
    }

    @Test
    void production_refuses_data_that_has_met_demo_accounts() throws LaunchRefused {
        FirstStart.remember(plan(Map.of()), data);

        assertThatThrownBy(() -> FirstStart.refuseWhereUnfit(plan(Map.of(), "--prod", "--https"), data))
                .hasMessageContaining("demo accounts");
    }

    @Test
    void a_demo_may_follow_a_demo() throws LaunchRefused {
        FirstStart.remember(plan(Map.of()), data);

        assertThatCode(() -> FirstStart.refuseWhereUnfit(plan(Map.of()), data)).doesNotThrowAnyException();
    }

    @Test
    void production_refuses_to_send_passwords_in_the_clear() {
        assertThatThrownBy(() -> FirstStart.refuseWhereUnfit(plan(Map.of(), "--prod"), data))
                .hasMessageContaining("--https")
                .hasMessageContaining("FIELDWRIGHT_SECURE_COOKIES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "Fieldwright", "shop"})
    void production_refuses_a_database_password_that_can_be_guessed(String password) throws LaunchRefused {
        LaunchPlan plan = plan(
                Map.of("FIELDWRIGHT_DATABASE_USER", "shop", "FIELDWRIGHT_DATABASE_PASSWORD", password),
                "--prod",
                "--https",
                "--database-url=jdbc:postgresql://db/fieldwright");

        assertThatThrownBy(() -> FirstStart.refuseWhereUnfit(plan, data))
                .hasMessageContaining("FIELDWRIGHT_DATABASE_PASSWORD");
    }

    @Test
    void production_without_any_account_needs_the_first_administrator() {
        assertThatThrownBy(() -> FirstStart.refuseWithoutAdministrator(plan(Map.of(), "--prod"), true))
                .hasMessageContaining("FIELDWRIGHT_ADMIN_EMAIL")
                .hasMessageContaining("FIELDWRIGHT_ADMIN_PASSWORD");
    }

    @Test
    void production_with_accounts_needs_no_first_administrator() {
        assertThatCode(() -> FirstStart.refuseWithoutAdministrator(plan(Map.of(), "--prod"), false))
                .doesNotThrowAnyException();
    }

    @Test
    void production_without_any_account_starts_with_a_first_administrator() throws LaunchRefused {
        LaunchPlan plan = plan(
                Map.of("FIELDWRIGHT_ADMIN_EMAIL", "owner@shop.example", "FIELDWRIGHT_ADMIN_PASSWORD", "whatever"),
                "--prod");

        assertThatCode(() -> FirstStart.refuseWithoutAdministrator(plan, true)).doesNotThrowAnyException();
    }

    private static LaunchPlan plan(Map<String, String> environment, String... options) throws LaunchRefused {
        LaunchCommand command = new LaunchCommand(environment);
        new CommandLine(command).parseArgs(options);
        return command.plan();
    }
}
