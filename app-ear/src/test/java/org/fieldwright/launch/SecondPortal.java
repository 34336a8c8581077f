package org.fieldwright.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import org.fieldwright.web.security.oidc.PretendProvider;

/** Gives tests a {@link GuardedPortal}, beside the one of {@link RunningPortal}: for everything that needs settings of its own. */
public final class SecondPortal extends SharedPortal<GuardedPortal> {
    SecondPortal() {
        super(GuardedPortal.class);
    }

    @Override
    Running<GuardedPortal> start() throws IOException, GeneralSecurityException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "guarded-portal-");
        PretendProvider provider = PretendProvider.start(Clock.systemUTC());
        PretendModel model = PretendModel.start();
        int port = LaunchedBundle.freePort();
        LaunchedBundle bundle = LaunchedBundle.start(
                        data, environment(provider, model), "--https", "--https-port=" + port)
                .awaitReady();
        bundle.awaitDemoManuals();
        URI address = URI.create("https://localhost:" + port + "/");
        return new Running<>(new GuardedPortal(address, data, PortalCertificate.trusted(data), provider, model), () -> {
            bundle.close();
            provider.close();
            model.close();
        });
    }

    private static Map<String, String> environment(PretendProvider provider, PretendModel model) {
        return Map.ofEntries(
                Map.entry("FIELDWRIGHT_OIDC_ISSUER", provider.issuer()),
                Map.entry("FIELDWRIGHT_OIDC_CLIENT_ID", PretendProvider.CLIENT),
                Map.entry("FIELDWRIGHT_OIDC_CLIENT_SECRET", PretendProvider.SECRET),
                Map.entry("FIELDWRIGHT_OIDC_NAME", "Shop ID"),
                Map.entry("FIELDWRIGHT_AI_BASE_URL", model.address()),
                Map.entry("FIELDWRIGHT_AI_MODEL", PretendModel.NAME),
                Map.entry("FIELDWRIGHT_UPLOAD_MAX_MEGABYTES", Integer.toString(GuardedPortal.MEGABYTES)),
                Map.entry("FIELDWRIGHT_LIMITS_SIGN_INS", Integer.toString(GuardedPortal.SIGN_INS)),
                Map.entry("FIELDWRIGHT_TRUSTED_PROXIES", "127.0.0.1, 0:0:0:0:0:0:0:1"),
                Map.entry("FIELDWRIGHT_LIMITS_UNPROVEN_EVENTS", Integer.toString(GuardedPortal.UNPROVEN_EVENTS)));
    }
}
