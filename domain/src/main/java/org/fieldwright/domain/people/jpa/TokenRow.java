package org.fieldwright.domain.people.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.people.ApiToken;

/** An {@link ApiToken} as it is stored. */
@Entity
@Table(name = "api_token")
class TokenRow {
    @Id
    private UUID id;

    private UUID person;
    private String name;

    @SuppressWarnings("UnusedVariable") // a query looks for it
    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used")
    private Instant lastUsed;

    /** For JPA. */
    protected TokenRow() {}

    static TokenRow of(ApiToken token, String sha256) {
        TokenRow row = new TokenRow();
        row.id = token.id();
        row.person = token.person();
        row.name = token.name();
        row.sha256 = sha256;
        row.createdAt = token.createdAt();
        row.expiresAt = token.expiresAt();
        row.lastUsed = token.lastUsed().orElse(null);
        return row;
    }

    ApiToken toToken() {
        return new ApiToken(id, person, name, createdAt, expiresAt, Optional.ofNullable(lastUsed));
    }
}
