package org.fieldwright.launch.tls;

import java.nio.file.Path;

/** Where the certificate of the portal comes from. */
public sealed interface CertificateSource {

    /** None was given: one is made for this machine. */
    record Generated() implements CertificateSource {}

    /** A certificate with its chain and its private key, both as PEM. */
    record Pem(Path certificate, Path key) implements CertificateSource {}

    /** A PKCS #12 file with one private key and its chain. */
    record KeyStoreFile(Path file, String password) implements CertificateSource {

        /** Without the password, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "KeyStoreFile[" + file + "]";
        }
    }
}
