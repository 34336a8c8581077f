package org.fieldwright.launch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.fieldwright.launch.DataFolder;
import org.fieldwright.launch.LaunchRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private static final CertificateSource GENERATED = new CertificateSource.Generated();

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
    void a_generated_certificate_names_all_hosts_and_addresses_of_the_machine() throws Exception {
        ServerKeyStore store = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        X509Certificate certificate = certificate(store);
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactlyInAnyOrder("localhost", "shop.local", "127.0.0.1", "192.168.1.20");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void a_generated_certificate_is_short_lived_enough_for_phones() throws Exception {
        X509Certificate certificate = certificate(ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK));

        Duration validity = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(validity).isLessThan(Duration.ofDays(825));
        assertThat(certificate.getNotBefore().toInstant()).isBefore(CLOCK.instant());
    }

    @Test
    void the_next_start_shows_the_same_certificate_so_that_nobody_is_asked_again() throws Exception {
        ServerKeyStore first = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        ServerKeyStore second = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void a_new_address_of_the_machine_makes_a_new_certificate() throws Exception {
        ServerKeyStore first = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        ServerKeyStore second = ServerKeyStore.of(GENERATED, data, names("192.168.1.77"), CLOCK);

        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void a_certificate_about_to_expire_is_replaced() throws Exception {
        ServerKeyStore first = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        Clock later = Clock.offset(CLOCK, Duration.ofDays(780));
        ServerKeyStore second = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), later);

        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void certificate_and_key_given_as_pem_are_what_the_server_shows() throws Exception {
        ServerKeyStore own = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);
        CertificateSource pem = new CertificateSource.Pem(
                pem("shop.pem", "CERTIFICATE", certificate(own).getEncoded()),
                pem("shop.key", "PRIVATE KEY", key(own).getEncoded()));

        ServerKeyStore given = ServerKeyStore.of(pem, data, names("10.0.0.1"), CLOCK);

        assertThat(given.fingerprint()).isEqualTo(own.fingerprint());
        assertThat(key(given)).isEqualTo(key(own));
    }

    @Test
    void a_key_store_that_is_given_is_what_the_server_shows() throws Exception {
        ServerKeyStore own = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);
        Path file = folder.resolve("shop.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("theirs", key(own), "words".toCharArray(), new Certificate[] {certificate(own)});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "words".toCharArray());
        }

        ServerKeyStore given =
                ServerKeyStore.of(new CertificateSource.KeyStoreFile(file, "words"), data, names("10.0.0.1"), CLOCK);

        assertThat(given.fingerprint()).isEqualTo(own.fingerprint());
        assertThatThrownBy(() -> ServerKeyStore.of(
                        new CertificateSource.KeyStoreFile(file, "wrong"), data, names("10.0.0.1"), CLOCK))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void the_key_is_readable_by_its_owner_only() throws Exception {
        ServerKeyStore store = ServerKeyStore.of(GENERATED, data, names("192.168.1.20"), CLOCK);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file())))
                .isEqualTo("rw-------");
        assertThat(store.toString()).doesNotContain(store.password());
    }

    private Path pem(String name, String kind, byte[] content) throws Exception {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private static MachineNames names(String network) throws UnknownHostException {
        return new MachineNames(
                List.of("localhost", "shop.local"),
                List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName(network)));
    }

    private static X509Certificate certificate(ServerKeyStore store) throws Exception {
        return (X509Certificate) loaded(store).getCertificate(ServerKeyStore.ALIAS);
    }

    private static PrivateKey key(ServerKeyStore store) throws Exception {
        return (PrivateKey)
                loaded(store).getKey(ServerKeyStore.ALIAS, store.password().toCharArray());
    }

    private static KeyStore loaded(ServerKeyStore store) throws Exception {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store.file())) {
            loaded.load(in, store.password().toCharArray());
        }
        return loaded;
    }
}
