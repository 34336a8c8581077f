package org.fieldwright.launch.server;

import java.util.Map;
import java.util.Optional;
import org.fieldwright.launch.tls.ServerKeyStore;

/**
 * How the server is to run.
 *
 * @param address the address it listens on, {@code 0.0.0.0} for all
 * @param port the port for HTTP
 * @param https set when it is to speak HTTPS; HTTP then serves this machine only
 * @param memoryMegabytes its heap
 * @param environment settings of the portal, by the names of environment variables
 */
public record ServerSettings(
        String address, int port, Optional<Https> https, int memoryMegabytes, Map<String, String> environment) {

    public ServerSettings {
        environment = Map.copyOf(environment);
    }

    public record Https(int port, ServerKeyStore keyStore) {}

    /** Without the environment: it holds passwords. */
    @Override
    public String toString() {
        return "ServerSettings[" + address + ":" + port + "]";
    }
}
