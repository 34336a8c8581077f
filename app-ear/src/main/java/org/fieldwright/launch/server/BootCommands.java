package org.fieldwright.launch.server;

import java.util.ArrayList;
import java.util.List;
import org.fieldwright.launch.tls.ServerKeyStore;

/** What Payara Micro is told before it boots, in the language of its administration. */
final class BootCommands {

    private static final String CONFIG = "configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.";
    private static final String PROTOCOL = CONFIG + "network-config.protocols.protocol.";
    private static final String THREADS = CONFIG + "thread-pools.thread-pool.http-thread-pool.";
    private static final String EXECUTOR =
            "resources.managed-executor-service.concurrent/__defaultManagedExecutorService.";

    private BootCommands() {}

    static List<String> of(ServerSettings settings) {
        List<String> commands = new ArrayList<>();
        // One machine, one node: the data grid would cost two seconds of start-up and listen on a port of its own.
        commands.add(set(CONFIG + "hazelcast-config-specific-configuration.enabled", false));
        commands.add(set(
                CONFIG
                        + "web-container.session-config.session-manager.manager-properties.session-id-generator-classname",
                "org.fieldwright.launch.session.RandomSessionIds"));

        // Pages are short work; what takes long runs in the portal's own bounded executors.
        commands.add(set(THREADS + "min-thread-pool-size", 4));
        commands.add(set(THREADS + "max-thread-pool-size", 64));
        commands.add(set(THREADS + "max-queue-size", 1024));
        // As it comes, this executor starts up to 200 threads and then refuses; with a core it queues.
        commands.add(set(EXECUTOR + "core-pool-size", 16));
        commands.add(set(EXECUTOR + "maximum-pool-size", 16));
        commands.add(set(EXECUTOR + "task-queue-capacity", 10_000));

        commands.addAll(hardened("http-listener"));
        boolean https = settings.https().isPresent();
        // Beside HTTPS, HTTP is for the launcher's own health questions only.
        commands.add(set(LISTENER + "http-listener.address", https ? "127.0.0.1" : settings.address()));
        settings.https().ifPresent(listener -> commands.addAll(https(settings.address(), listener)));
        return commands;
    }

    private static List<String> https(String address, ServerSettings.Https https) {
        List<String> commands = new ArrayList<>(hardened("https-listener"));
        commands.add(set(LISTENER + "https-listener.address", address));
        commands.add(set(LISTENER + "https-listener.port", https.port()));
        commands.add(set(LISTENER + "https-listener.enabled", true));
        commands.add(set(PROTOCOL + "https-listener.ssl.cert-nickname", ServerKeyStore.ALIAS));
        commands.add(set(PROTOCOL + "https-listener.ssl.tls12-enabled", true));
        commands.add(set(PROTOCOL + "https-listener.ssl.tls13-enabled", true));
        return commands;
    }

    private static List<String> hardened(String protocol) {
        return List.of(
                set(PROTOCOL + protocol + ".http.server-header", false),
                set(PROTOCOL + protocol + ".http.xpowered-by", false),
                set(PROTOCOL + protocol + ".http.trace-enabled", false),
                set(PROTOCOL + protocol + ".http.max-form-post-size-bytes", 2 * 1024 * 1024));
    }

    private static String set(String name, Object value) {
        return "set " + name + "=" + value;
    }
}
