package org.fieldwright.servicetitan;

import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** The REST clients of one connection, each built when it is first asked for. */
final class Clients {
    /**
     * The plain HttpURLConnection of Jersey knows no PATCH, and sends a POST again by itself when a connection breaks: that would be a second
     * job.
     */
    private static final String CONNECTOR = "org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider";

    private final URI base;
    private final long tenant;
    private final Duration timeout;
    private final Object[] filters;
    private final Map<Class<?>, Object> built = new ConcurrentHashMap<>();

    Clients(URI base, long tenant, Duration timeout, Answers answers, ClientRequestFilter... signing) {
        this.base = base;
        this.tenant = tenant;
        this.timeout = timeout;
        this.filters = new Object[signing.length + 1];
        System.arraycopy(signing, 0, filters, 0, signing.length);
        filters[signing.length] = answers;
    }

    /** Whose data it is about. */
    long tenant() {
        return tenant;
    }

    <T> T of(Class<T> api) {
        return api.cast(built.computeIfAbsent(api, this::build));
    }

    /** The server's own classes find ours through the thread's class loader, which a pool's threads may not have. */
    private Object build(Class<?> api) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Clients.class.getClassLoader());
        try {
            RestClientBuilder builder = RestClientBuilder.newBuilder()
                    .baseUri(base)
                    .followRedirects(false)
                    .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .property("jersey.config.client.connector.provider", CONNECTOR)
                    .property("jersey.config.client.followRedirects", false)
                    .property("jersey.config.client.suppressHttpComplianceValidation", true) // for PUT without a body
                    .property("microprofile.rest.client.disable.default.mapper", true);
            for (Object filter : filters) {
                builder.register(filter);
            }
            return builder.build(api);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
