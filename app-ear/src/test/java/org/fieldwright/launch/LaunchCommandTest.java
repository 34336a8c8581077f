package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.fieldwright.launch.tls.CertificateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LaunchCommandTest {

    @Test
    void without_options_it_is_a_demo_on_port_8080_with_a_database_of_its_own() throws LaunchRefused {
        LaunchPlan plan = plan(Map.of());

        assertThat(plan.address()).isEqualTo("0.0.0.0");
        assertThat(plan.port()).isEqualTo(8080);
        assertThat(plan.https()).isEmpty();
        assertThat(plan.data()).isEqualTo(Path.of(System.getenv().getOrDefault("FIELDWRIGHT_DATA", "data")));
        assertThat(plan.outsideDatabase()).isEmpty();
        assertThat(plan.embeddedDatabasePort()).isZero();
        assertThat(plan.demo()).isTrue();
        assertThat(plan.production()).isFalse();
        assertThat(plan.firstAdministrator()).isEmpty();
        assertThat(plan.secureCookies()).isFalse();
        assertThat(plan.memoryMegabytes()).isBetween(1024, 4096);
        assertThat(plan.patience()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void empty_leaves_out_the_demo() throws LaunchRefused {
        assertThat(plan(Map.of(), "--empty").demo()).isFalse();
    }

    @Test
    void production_is_never_a_demo() throws LaunchRefused {
        LaunchPlan plan = plan(Map.of(), "--prod");

        assertThat(plan.production()).isTrue();
        assertThat(plan.demo()).isFalse();
    }

    @Test
    void https_brings_a_certificate_of_its_own_and_secure_cookies() throws LaunchRefused {
        LaunchPlan plan = plan(Map.of(), "--https");

        assertThat(plan.https()).hasValue(new LaunchPlan.Https(8443, new CertificateSource.Generated()));
        assertThat(plan.secureCookies()).isTrue();
    }

    @Test
    void a_certificate_alone_asks_for_https() throws LaunchRefused {
        LaunchPlan plan = plan(Map.of(), "--certificate=a.pem", "--key=b.pem", "--https-port=9443");

        assertThat(plan.https())
                .hasValue(new LaunchPlan.Https(9443, new CertificateSource.Pem(Path.of("a.pem"), Path.of("b.pem"))));
    }

    @Test
    void the_password_of_a_key_store_comes_from_the_environment() throws LaunchRefused {
        LaunchPlan plan = plan(Map.of("FIELDWRIGHT_KEYSTORE_PASSWORD", "words"), "--keystore=shop.p12");

        assertThat(plan.https().orElseThrow().certificate())
                .isEqualTo(new CertificateSource.KeyStoreFile(Path.of("shop.p12"), "words"));
    }

    @Test
    void user_and_password_of_the_database_come_from_the_environment() throws LaunchRefused {
        LaunchPlan plan = plan(
                Map.of("FIELDWRIGHT_DATABASE_USER", "shop", "FIELDWRIGHT_DATABASE_PASSWORD", "words"),
                "--database-url=jdbc:postgresql://db.example:5433/fieldwright");

        assertThat(plan.outsideDatabase()).hasValueSatisfying(address -> {
            assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5433/fieldwright");
            assertThat(address.user()).isEqualTo("shop");
            assertThat(address.password()).isEqualTo("words");
        });
    }

    @Test
    void a_proxy_that_speaks_https_is_named_in_the_environment() throws LaunchRefused {
        assertThat(plan(Map.of("FIELDWRIGHT_SECURE_COOKIES", "true")).secureCookies())
                .isTrue();
    }

    @Test
    void the_first_administrator_needs_both_address_and_password() {
        assertThatThrownBy(() -> plan(Map.of("FIELDWRIGHT_ADMIN_EMAIL", "owner@shop.example")))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining("belong together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=0",
                "--port=70000",
                "--memory=100",
                "--certificate=a.pem",
                "--key=a.pem",
                "--data=kept --port=8081 --port=8082",
                "--https --https-port=8080",
                "--keystore=a.p12 --certificate=b.pem --key=c.pem",
                "--database-url=mysql://db/fieldwright"
            })
    void what_makes_no_sense_is_refused_as_wrong_use(String options) {
        assertThatThrownBy(() -> plan(Map.of(), options.split(" ")))
                .isInstanceOfSatisfying(
                        LaunchRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USE));
    }

    @Test
    void help_names_every_option_the_issue_asks_for() {
        StringWriter text = new StringWriter();

        int code = new CommandLine(new LaunchCommand(Map.of()))
                .setOut(new PrintWriter(text))
                .execute("--help");

        assertThat(code).isZero();
        assertThat(text.toString())
                .contains("--port", "--data", "--database-url", "--empty", "--https", "--prod", "--measure-start")
                .contains("Exit codes:");
    }

    private static LaunchPlan plan(Map<String, String> environment, String... options) throws LaunchRefused {
        LaunchCommand command = new LaunchCommand(environment);
        new CommandLine(command).parseArgs(options);
        return command.plan();
    }
}
