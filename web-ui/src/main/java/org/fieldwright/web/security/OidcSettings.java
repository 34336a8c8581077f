package org.fieldwright.web.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.people.Role;

/**
 * The shop's identity provider, by OpenID Connect.
 *
 * @param issuer its address, {@code fieldwright.oidc.issuer}; without it people sign in with passwords only
 * @param clientId what this portal is called there, {@code fieldwright.oidc.client-id}
 * @param clientSecret and how it proves that, {@code fieldwright.oidc.client-secret}; none for a public client
 * @param name what the button says after "Sign in with", {@code fieldwright.oidc.name}
 * @param scopes what is asked for, {@code fieldwright.oidc.scopes}
 * @param emailClaim which claim is the person's e-mail here, {@code fieldwright.oidc.email-claim}
 * @param newcomers the role of people without an account, {@code fieldwright.oidc.newcomers}; none keeps them out
 * @param groupsClaim which claim lists a person's groups, {@code fieldwright.oidc.groups-claim}
 * @param groups the roles that groups give, {@code fieldwright.oidc.groups}
 */
public record OidcSettings(
        Optional<URI> issuer,
        Optional<String> clientId,
        Optional<String> clientSecret,
        String name,
        Set<String> scopes,
        String emailClaim,
        Optional<Role> newcomers,
        Optional<String> groupsClaim,
        Map<String, Set<Role>> groups) {
    public OidcSettings {
        scopes = Set.copyOf(scopes);
        groups = Map.copyOf(groups);
        issuer.ifPresent(OidcSettings::checkIssuer);
        if (issuer.isPresent() != clientId.isPresent()) {
            throw new IllegalArgumentException(
                    "fieldwright.oidc.issuer and fieldwright.oidc.client-id belong together: set both or none");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("fieldwright.oidc.scopes must hold openid");
        }
        if (groupsClaim.isPresent() == groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "fieldwright.oidc.groups-claim and fieldwright.oidc.groups belong together: set both or none");
        }
    }

    public static OidcSettings from(Config config) {
        return new OidcSettings(
                config.getOptionalValue("fieldwright.oidc.issuer", String.class).map(OidcSettings::address),
                config.getOptionalValue("fieldwright.oidc.client-id", String.class),
                config.getOptionalValue("fieldwright.oidc.client-secret", String.class),
                config.getOptionalValue("fieldwright.oidc.name", String.class).orElse("your company account"),
                words(config.getOptionalValue("fieldwright.oidc.scopes", String.class)
                                .orElse("openid profile email"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                config.getOptionalValue("fieldwright.oidc.email-claim", String.class)
                        .orElse("email"),
                config.getOptionalValue("fieldwright.oidc.newcomers", String.class)
                        .map(name -> role(name, "fieldwright.oidc.newcomers")),
                config.getOptionalValue("fieldwright.oidc.groups-claim", String.class),
                config.getOptionalValue("fieldwright.oidc.groups", String.class)
                        .map(OidcSettings::groups)
                        .orElse(Map.of()));
    }

    /** What the button says; empty when there is no provider. */
    Optional<String> button() {
        return issuer.map(on -> name);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException crooked) {
            throw new IllegalArgumentException("fieldwright.oidc.issuer is no address", crooked);
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"));
    }

    /** Like {@code office=dispatcher+billing, admins=administrator}. */
    private static Map<String, Set<Role>> groups(String text) {
        Map<String, Set<Role>> groups = new TreeMap<>();
        for (String entry : text.split(",", -1)) {
            String[] halves = entry.split("=", 2);
            if (halves.length != 2 || halves[0].isBlank()) {
                throw new IllegalArgumentException(
                        "fieldwright.oidc.groups must be like office=dispatcher+billing, admins=administrator");
            }
            groups.put(
                    halves[0].strip(),
                    Arrays.stream(halves[1].split("\\+"))
                            .map(name -> role(name, "fieldwright.oidc.groups"))
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return groups;
    }

    private static Role role(String name, String key) {
        try {
            return Role.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            String roles = Stream.of(Role.values())
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(key + " names no role: " + name.strip() + ". Roles: " + roles, unknown);
        }
    }

    /** What goes to the provider is secret: plain http does for one on this very machine only. */
    private static void checkIssuer(URI issuer) {
        boolean safe = "https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && isHere(issuer));
        if (!safe || issuer.getHost() == null || issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException("fieldwright.oidc.issuer must be like https://id.shop.example");
        }
    }

    private static boolean isHere(URI issuer) {
        try {
            String host = issuer.getHost();
            return "localhost".equals(host)
                    || (host != null
                            && host.matches("[0-9.]+|\\[.*]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException odd) {
            return false;
        }
    }

    /** Without the secret: this may reach a log. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer.map(URI::toString).orElse("off") + "]";
    }
}
