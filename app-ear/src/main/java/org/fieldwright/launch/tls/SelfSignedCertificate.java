package org.fieldwright.launch.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate this machine signs itself. Browsers ask once whether to trust it. */
record SelfSignedCertificate(PrivateKey key, X509Certificate certificate) {

    /** Apple's devices refuse server certificates that are valid for longer than 825 days. */
    private static final Duration VALIDITY = Duration.ofDays(800);

    private static final Duration RENEWAL = Duration.ofDays(30);

    private static final int SUBJECT_HOST = 2;
    private static final int SUBJECT_ADDRESS = 7;

    static SelfSignedCertificate forMachine(MachineNames names, Clock clock)
            throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();

        Instant now = clock.instant();
        X500Name subject = new X500Name("CN=Fieldwright on " + names.hosts().getLast());
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(128, new SecureRandom()),
                // An hour back: clocks of phones differ.
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALIDITY)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            return new SelfSignedCertificate(pair.getPrivate(), certificate);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed", e);
        }
    }

    private static GeneralNames alternativeNames(MachineNames names) {
        return new GeneralNames(Stream.concat(
                        names.hosts().stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                        names.addresses().stream()
                                .map(address -> new GeneralName(GeneralName.iPAddress, address.getHostAddress())))
                .toArray(GeneralName[]::new));
    }

    /** Whether a certificate of an earlier start still fits: every name of today, and a month of validity left. */
    static boolean fits(X509Certificate certificate, MachineNames names, Clock clock) {
        if (certificate.getNotAfter().toInstant().isBefore(clock.instant().plus(RENEWAL))) {
            return false;
        }
        Set<String> covered = new HashSet<>();
        try {
            for (List<?> name : certificate.getSubjectAlternativeNames() == null
                    ? List.<List<?>>of()
                    : certificate.getSubjectAlternativeNames()) {
                if (name.getFirst().equals(SUBJECT_HOST) || name.getFirst().equals(SUBJECT_ADDRESS)) {
                    covered.add((String) name.get(1));
                }
            }
        } catch (CertificateParsingException e) {
            return false;
        }
        return covered.containsAll(names.hosts())
                && covered.containsAll(names.addresses().stream()
                        .map(InetAddress::getHostAddress)
                        .toList());
    }
}
