package org.fieldwright.launch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.fieldwright.launch.database.DatabaseAddress;
import org.fieldwright.launch.server.Bundle;
import org.fieldwright.launch.tls.CertificateSource;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult.GroupMatch;
import picocli.CommandLine.Spec;

/** The command line: what the operator typed, turned into a plan, and the plan carried out. */
@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        customSynopsis = "./run [options]",
        synopsisHeading = "%nUsage: ",
        versionProvider = LaunchCommand.Version.class,
        header = "Starts Fieldwright and stays until Ctrl-C.",
        description = {
            "",
            "Without options: the portal on port 8080, a PostgreSQL of its own with its data in ./data, and accounts "
                    + "and manuals to try it out.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Stopped as asked, by Ctrl-C or by the system.",
            "1:The portal did not start, or ended by itself.",
            "2:The command line is wrong.",
            "3:The database cannot be used.",
            "4:The data folder is in use by another Fieldwright.",
            "5:A port is in use.",
            "6:Refused by --prod."
        },
        footerHeading = "%nSettings from the environment:%n",
        footer = {
            "  FIELDWRIGHT_DATABASE_USER and _PASSWORD   for --database-url",
            "  FIELDWRIGHT_ADMIN_EMAIL and _PASSWORD      the first administrator",
            "  FIELDWRIGHT_KEYSTORE_PASSWORD             for --keystore",
            "  FIELDWRIGHT_SECURE_COOKIES=true           behind an HTTPS proxy",
            "",
            "All settings: docs/configuration.md. Running it for a shop: docs/operations.md."
        })
final class LaunchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1)
    private final General general = new General();

    @ArgGroup(validate = false, order = 2, heading = "%nDatabase:%n")
    private final Database database = new Database();

    @ArgGroup(validate = false, order = 3, heading = "%nHTTPS (phones give a page the microphone only with it):%n")
    private final Https https = new Https();

    private final Map<String, String> environment;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    LaunchCommand() {
        this(System.getenv());
    }

    LaunchCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    private static final class General {

        @Option(
                names = {"-p", "--port"},
                paramLabel = "<port>",
                defaultValue = "8080",
                description = "Port of the portal. Default: ${DEFAULT-VALUE}.")
        private int port;

        @Option(
                names = {"-d", "--data"},
                paramLabel = "<folder>",
                defaultValue = "${env:FIELDWRIGHT_DATA:-data}",
                description = "Folder that keeps everything: database, index, logs, secrets. Default: ./data.")
        private Path data;

        @Option(
                names = "--address",
                paramLabel = "<ip>",
                defaultValue = "0.0.0.0",
                description = "Address to listen on. Default: all of this machine (${DEFAULT-VALUE}).")
        private String address;

        @Option(names = "--empty", description = "No demo accounts, no demo manuals.")
        private boolean empty;

        @Option(names = "--no-sandbox", description = "No ServiceTitan sandbox beside the demo data.")
        private boolean noSandbox;

        @Option(
                names = "--sandbox-port",
                paramLabel = "<port>",
                defaultValue = "0",
                description = "Port of the ServiceTitan sandbox, on this machine only. Default: any free one.")
        private int sandboxPort;

        @Option(
                names = "--prod",
                description = "For real use: refuses demo accounts, known passwords and unencrypted sign-in; makes the "
                        + "first administrator from FIELDWRIGHT_ADMIN_EMAIL and FIELDWRIGHT_ADMIN_PASSWORD.")
        private boolean production;

        @Option(
                names = "--memory",
                paramLabel = "<megabytes>",
                description = "Heap of the server. Default: a quarter of this machine's memory, 1024 to 4096.")
        private Integer memory;

        @Option(
                names = "--ready-within",
                paramLabel = "<seconds>",
                defaultValue = "180",
                description = "Give up when the portal is not ready by then. Default: ${DEFAULT-VALUE}.")
        private int readyWithin;

        @Option(names = "--measure-start", description = "Start, print the time until ready, stop.")
        private boolean measureStart;
    }

    private static final class Database {

        @Option(
                names = "--database-url",
                paramLabel = "<url>",
                description = "Use your own PostgreSQL (14 or newer): jdbc:postgresql://host:5432/fieldwright.")
        private String url;

        @Option(
                names = "--database-port",
                paramLabel = "<port>",
                defaultValue = "0",
                description = "Port of the PostgreSQL that comes with Fieldwright. Default: any free one.")
        private int port;
    }

    private static final class Https {

        @Option(names = "--https", description = "Serve HTTPS; HTTP then answers this machine only.")
        private boolean on;

        @Option(
                names = "--https-port",
                paramLabel = "<port>",
                defaultValue = "8443",
                description = "Port for HTTPS. Default: ${DEFAULT-VALUE}.")
        private int port;

        @Option(
                names = "--certificate",
                paramLabel = "<pem>",
                description = "Certificate with its chain; needs --key. Without one, a certificate for this machine "
                        + "is made and kept.")
        private Path certificate;

        @Option(names = "--key", paramLabel = "<pem>", description = "Private key of --certificate, not encrypted.")
        private Path key;

        @Option(names = "--keystore", paramLabel = "<p12>", description = "Certificate and key as one PKCS #12 file.")
        private Path keyStore;
    }

    @Override
    public Integer call() {
        OperatorConsole console = new OperatorConsole(System.out, clock);
        try {
            return carryOut(plan(), Bundle.ofThisLauncher(), console);
        } catch (LaunchRefused e) {
            spec.commandLine().getErr().println(e.getMessage());
            return e.exitCode();
        }
    }

    private int carryOut(LaunchPlan plan, Bundle bundle, OperatorConsole console) throws LaunchRefused {
        Launch launch = new Launch(plan, console, clock);
        Thread whenAsked = Thread.ofPlatform().name("stop").unstarted(() -> {
            console.say("Stopping");
            launch.close();
            console.say("Stopped");
            // The JVM would report the signal as a failure; stopping when asked is none.
            Runtime.getRuntime().halt(ExitCode.STOPPED_AS_ASKED);
        });
        Runtime.getRuntime().addShutdownHook(whenAsked);
        try {
            Duration taken = launch.start(bundle);
            if (general.measureStart) {
                console.show("Ready after %.1f seconds.".formatted(taken.toMillis() / 1000.0));
            } else {
                console.show(ReadyNotice.of(plan, taken));
                if (plan.demo()) {
                    launch.openSandbox();
                    launch.offerDemoManuals();
                }
                launch.stay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            retire(whenAsked);
            launch.close();
        }
        return ExitCode.STOPPED_AS_ASKED;
    }

    /** Takes back the hook; once it runs it cannot be taken back, and ends the program itself. */
    private static void retire(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** The plan behind the options; refuses what makes no sense together. */
    LaunchPlan plan() throws LaunchRefused {
        refuseRepeated();
        try {
            Optional<LaunchPlan.Https> httpsPlan = httpsPlan();
            return new LaunchPlan(
                    general.address,
                    port(general.port, "--port"),
                    httpsPlan,
                    general.data,
                    outsideDatabase(),
                    database.port,
                    demo(),
                    demo() && !general.noSandbox && outsideDatabase().isEmpty()
                            ? Optional.of(general.sandboxPort)
                            : Optional.empty(),
                    general.production,
                    firstAdministrator(),
                    httpsPlan.isPresent()
                            || setting("FIELDWRIGHT_SECURE_COOKIES")
                                    .filter("true"::equals)
                                    .isPresent(),
                    memory(),
                    Duration.ofSeconds(general.readyWithin));
        } catch (IllegalArgumentException e) {
            throw LaunchRefused.wrongUse(e.getMessage());
        }
    }

    private boolean demo() {
        return !general.empty && !general.production;
    }

    /** A repeated option begins its group anew: what stood before it would be forgotten without a word. */
    private void refuseRepeated() throws LaunchRefused {
        for (ArgGroupSpec group : spec.argGroups()) {
            List<GroupMatch> begun = spec.commandLine().getParseResult().findMatches(group).stream()
                    .flatMap(container -> container.matches().stream())
                    .toList();
            for (OptionSpec option : group.options()) {
                if (begun.stream()
                                .filter(match -> !match.matchedValues(option).isEmpty())
                                .count()
                        > 1) {
                    throw LaunchRefused.wrongUse("Give " + option.longestName() + " once.");
                }
            }
        }
    }

    private Optional<LaunchPlan.Https> httpsPlan() throws LaunchRefused {
        boolean asked = https.on || https.certificate != null || https.key != null || https.keyStore != null;
        if (!asked) {
            return Optional.empty();
        }
        if ((https.certificate == null) != (https.key == null)) {
            throw LaunchRefused.wrongUse("--certificate and --key belong together.");
        }
        if (https.keyStore != null && https.certificate != null) {
            throw LaunchRefused.wrongUse("Give the certificate once: --keystore, or --certificate and --key.");
        }
        if (https.port == general.port) {
            throw LaunchRefused.wrongUse("--port and --https-port must differ.");
        }
        CertificateSource source = new CertificateSource.Generated();
        if (https.certificate != null) {
            source = new CertificateSource.Pem(https.certificate, https.key);
        }
        if (https.keyStore != null) {
            source = new CertificateSource.KeyStoreFile(
                    https.keyStore, setting("FIELDWRIGHT_KEYSTORE_PASSWORD").orElse(""));
        }
        return Optional.of(new LaunchPlan.Https(port(https.port, "--https-port"), source));
    }

    private Optional<DatabaseAddress> outsideDatabase() {
        return Optional.ofNullable(database.url)
                .or(() -> setting("FIELDWRIGHT_DATABASE_URL"))
                .map(url -> DatabaseAddress.of(
                        url, setting("FIELDWRIGHT_DATABASE_USER"), setting("FIELDWRIGHT_DATABASE_PASSWORD")));
    }

    private Optional<LaunchPlan.FirstAdministrator> firstAdministrator() throws LaunchRefused {
        Optional<String> email = setting("FIELDWRIGHT_ADMIN_EMAIL");
        Optional<String> password = setting("FIELDWRIGHT_ADMIN_PASSWORD");
        if (email.isPresent() != password.isPresent()) {
            throw LaunchRefused.wrongUse("FIELDWRIGHT_ADMIN_EMAIL and FIELDWRIGHT_ADMIN_PASSWORD belong together.");
        }
        return email.map(address -> new LaunchPlan.FirstAdministrator(address, password.orElseThrow()));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int port(int number, String option) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException(option + " must be from 1 to 65535.");
        }
        return number;
    }

    private int memory() {
        if (general.memory != null) {
            if (general.memory < 512) {
                throw new IllegalArgumentException("--memory must be at least 512.");
            }
            return general.memory;
        }
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / (1024 * 1024);
        return Math.clamp(machine / 4, 1024, 4096);
    }

    /** The version the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = LaunchCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Fieldwright " + (version == null ? "(not packaged)" : version)};
        }
    }
}
