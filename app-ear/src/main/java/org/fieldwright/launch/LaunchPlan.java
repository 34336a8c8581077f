package org.fieldwright.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.fieldwright.launch.database.DatabaseAddress;
import org.fieldwright.launch.tls.CertificateSource;

/**
 * What the operator asked for, complete and checked for sense.
 *
 * @param address the address the portal listens on, {@code 0.0.0.0} for all
 * @param port the port for HTTP; with HTTPS it serves this machine only
 * @param https set when the portal is to speak HTTPS
 * @param data the folder that keeps everything
 * @param outsideDatabase set when the operator brings a PostgreSQL
 * @param embeddedDatabasePort the port of the PostgreSQL we bring, 0 for any free one
 * @param demo whether demo accounts and demo manuals are made
 * @param sandboxPort the port of the ServiceTitan sandbox, 0 for any free one; empty for none
 * @param production whether demo accounts and default secrets are refused
 * @param firstAdministrator who is made administrator when there is no account at all
 * @param secureCookies whether browsers may send cookies over HTTPS only
 * @param memoryMegabytes the heap of the server
 * @param patience how long the portal may take to become ready
 */
record LaunchPlan(
        String address,
        int port,
        Optional<Https> https,
        Path data,
        Optional<DatabaseAddress> outsideDatabase,
        int embeddedDatabasePort,
        boolean demo,
        Optional<Integer> sandboxPort,
        boolean production,
        Optional<FirstAdministrator> firstAdministrator,
        boolean secureCookies,
        int memoryMegabytes,
        Duration patience) {

    record Https(int port, CertificateSource certificate) {}

    record FirstAdministrator(String email, String password) {

        /** Without the password, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "FirstAdministrator[" + email + "]";
        }
    }

    LaunchPlan {
        if (demo && production) {
            throw new IllegalArgumentException("Production has no demo accounts.");
        }
    }
}
