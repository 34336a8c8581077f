package org.fieldwright.web.security.oidc;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.people.SignInByProvider.Proven;
import org.fieldwright.web.security.OidcSettings;
import org.fieldwright.web.security.Stumble;

/**
 * What a provider says of a person.
 *
 * @param signed in its token
 * @param further what it said when it was asked for more
 */
record Claims(IDTokenClaimsSet signed, Optional<ClaimsSet> further) {
    static Claims of(IDTokenClaimsSet signed, Optional<ClaimsSet> further) {
        return new Claims(signed, further);
    }

    /** The person, by the settings of the shop. */
    Proven proven(OidcSettings settings) throws StumbledException {
        Optional<String> email = text(settings.emailClaim());
        if (email.isEmpty() || !isVerified()) {
            throw new StumbledException(Stumble.UNVERIFIED, "the provider vouches for no e-mail");
        }
        return new Proven(
                signed.getIssuer().getValue(),
                signed.getSubject().getValue(),
                email.get(),
                text("name").orElseGet(() -> email.get().replaceFirst("@.*", "")),
                settings.groupsClaim().map(claim -> roles(claim, settings)),
                settings.newcomers());
    }

    /** Some providers write the switch as a word. */
    private boolean isVerified() {
        return claim("email_verified")
                .filter(value -> Boolean.TRUE.equals(value) || "true".equals(value))
                .isPresent();
    }

    private Set<Role> roles(String claim, OidcSettings settings) {
        Stream<?> groups = claim(claim)
                .map(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .orElseGet(Stream::empty);
        return groups.map(Object::toString)
                .flatMap(group -> settings.groups().getOrDefault(group, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> text(String name) {
        return claim(name).map(Object::toString).filter(value -> !value.isBlank());
    }

    private Optional<Object> claim(String name) {
        return Optional.ofNullable(signed.getClaim(name)).or(() -> further.map(claims -> claims.getClaim(name)));
    }
}
