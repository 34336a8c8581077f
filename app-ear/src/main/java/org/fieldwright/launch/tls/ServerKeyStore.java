package org.fieldwright.launch.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.KeptSecret;
import org.fieldwright.launch.LaunchRefused;

/**
 * The key store the server reads, whatever form the certificate came in: one entry, a password of our own.
 *
 * @param file a PKCS #12 file in the data folder
 * @param fingerprint SHA-256 of the certificate, in pairs of hexadecimal digits, for comparison with a browser
 */
public record ServerKeyStore(Path file, String password, String fingerprint) {

    /** The name of the one entry. */
    public static final String ALIAS = "fieldwright";

    /** Brings the operator's certificate, or the machine's own, into the form the server reads. */
    public static ServerKeyStore of(CertificateSource source, DataFolder data, MachineNames names, Clock clock)
            throws LaunchRefused {
        try {
            Files.createDirectories(data.certificate());
            Path file = data.certificate().resolve("server.p12");
            String password = KeptSecret.in(data.certificate().resolve("server.p12.password"));
            Entry entry = switch (source) {
                case CertificateSource.Generated generated -> generated(data, password, names, clock);
                case CertificateSource.Pem pem -> pem(pem);
                case CertificateSource.KeyStoreFile keyStore -> keyStore(keyStore);
            };
            write(entry, file, password);
            return new ServerKeyStore(file, password, fingerprint(entry.chain().getFirst()));
        } catch (IOException | GeneralSecurityException e) {
            throw LaunchRefused.failed(
                    "The certificate cannot be used: " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return "ServerKeyStore[" + file + "]";
    }

    private record Entry(PrivateKey key, List<Certificate> chain) {}

    private static Entry generated(DataFolder data, String password, MachineNames names, Clock clock)
            throws IOException, GeneralSecurityException {
        Path kept = data.certificate().resolve("self-signed.p12");
        if (Files.exists(kept)) {
            Entry entry = onlyEntry(kept, password);
            if (SelfSignedCertificate.fits((X509Certificate) entry.chain().getFirst(), names, clock)) {
                return entry;
            }
        }
        SelfSignedCertificate made = SelfSignedCertificate.forMachine(names, clock);
        Entry entry = new Entry(made.key(), List.of(made.certificate()));
        write(entry, kept, password);
        return entry;
    }

    private static Entry pem(CertificateSource.Pem pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem.certificate())) {
            List<Certificate> chain =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (chain.isEmpty()) {
                throw new IOException("there is no certificate in " + pem.certificate());
            }
            return new Entry(privateKey(pem.key()), chain);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (found instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
        }
        throw new IOException("there is no unencrypted private key in " + file);
    }

    private static Entry keyStore(CertificateSource.KeyStoreFile given) throws IOException, GeneralSecurityException {
        return onlyEntry(given.file(), given.password());
    }

    private static Entry onlyEntry(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        Optional<String> alias = Collections.list(store.aliases()).stream()
                .filter(name -> isKey(store, name))
                .findFirst();
        if (alias.isEmpty()) {
            throw new IOException("there is no private key in " + file);
        }
        PrivateKey key = (PrivateKey) store.getKey(alias.get(), password.toCharArray());
        return new Entry(key, List.of(store.getCertificateChain(alias.get())));
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded key store can be read", e);
        }
    }

    private static void write(Entry entry, Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                ALIAS, entry.key(), password.toCharArray(), entry.chain().toArray(new Certificate[0]));
        // Written private first, filled afterwards: nobody else can open it in between.
        KeptSecret.write(file, "");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }
}
