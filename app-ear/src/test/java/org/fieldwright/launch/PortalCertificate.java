package org.fieldwright.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fieldwright.launch.tls.ServerKeyStore;

/** Trusts the certificate that a portal has made for itself, and no other. */
final class PortalCertificate {
    private PortalCertificate() {}

    static SSLContext trusted(Path data) throws IOException, GeneralSecurityException {
        Path certificates = data.resolve("certificate");
        KeyStore kept = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificates.resolve("server.p12"))) {
            String password = Files.readString(certificates.resolve("server.p12.password"));
            kept.load(in, password.strip().toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("portal", kept.getCertificate(ServerKeyStore.ALIAS));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
