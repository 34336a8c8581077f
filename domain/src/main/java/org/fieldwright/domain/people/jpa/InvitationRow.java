package org.fieldwright.domain.people.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fieldwright.domain.people.Invitation;

/** An {@link Invitation} as it is stored. */
@Entity
@Table(name = "invitation")
class InvitationRow {
    @Id
    private UUID person;

    @SuppressWarnings("UnusedVariable") // a query looks for it
    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected InvitationRow() {}

    static InvitationRow of(Invitation invitation, String sha256) {
        InvitationRow row = new InvitationRow();
        row.person = invitation.person();
        row.sha256 = sha256;
        row.createdAt = invitation.createdAt();
        row.expiresAt = invitation.expiresAt();
        return row;
    }

    Invitation toInvitation() {
        return new Invitation(person, createdAt, expiresAt);
    }
}
