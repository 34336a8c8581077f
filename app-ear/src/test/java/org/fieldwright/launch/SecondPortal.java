package org.fieldwright.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import org.fieldwright.web.security.oidc.PretendProvider;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link GuardedPortal}, beside the one of {@link RunningPortal}: for everything that needs settings of its own. It is
 * started once, with the first test class that asks, and stopped after the last test of all.
 */
public final class SecondPortal implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SecondPortal.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        portal(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GuardedPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return portal(context);
    }

    private static GuardedPortal portal(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Started.class, type -> start(), Started.class)
                .portal();
    }

    private record Started(GuardedPortal portal, LaunchedBundle bundle) implements AutoCloseable {
        @Override
        public void close() {
            bundle.close();
            portal.provider().close();
        }
    }

    private static Started start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "guarded-portal-");
            PretendProvider provider = PretendProvider.start(Clock.systemUTC());
            int port = LaunchedBundle.freePort();
            LaunchedBundle bundle = LaunchedBundle.start(data, environment(provider), "--https", "--https-port=" + port)
                    .awaitReady();
            URI address = URI.create("https://localhost:" + port + "/");
            return new Started(new GuardedPortal(address, data, PortalCertificate.trusted(data), provider), bundle);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The second portal cannot be started", e);
        }
    }

    private static Map<String, String> environment(PretendProvider provider) {
        return Map.of(
                "FIELDWRIGHT_OIDC_ISSUER",
                provider.issuer(),
                "FIELDWRIGHT_OIDC_CLIENT_ID",
                PretendProvider.CLIENT,
                "FIELDWRIGHT_OIDC_CLIENT_SECRET",
                PretendProvider.SECRET,
                "FIELDWRIGHT_OIDC_NAME",
                "Shop ID",
                "FIELDWRIGHT_UPLOAD_MAX_MEGABYTES",
                Integer.toString(GuardedPortal.MEGABYTES),
                "FIELDWRIGHT_LIMITS_SIGN_INS",
                Integer.toString(GuardedPortal.SIGN_INS),
                "FIELDWRIGHT_TRUSTED_PROXIES",
                "127.0.0.1, 0:0:0:0:0:0:0:1");
    }
}
