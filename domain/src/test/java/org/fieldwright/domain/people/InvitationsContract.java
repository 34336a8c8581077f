package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Invitations} promises. */
public interface InvitationsContract {
    Invitations invitations();

    /** Somebody the store accepts as invited. */
    UUID somebody(String name);

    private Invitation put(UUID person, String secret) {
        Invitation invitation = new Invitation(person, Accounts.NOON, Accounts.NOON.plusSeconds(600));
        invitations().put(invitation, OpaqueToken.sha256(secret));
        return invitation;
    }

    @Test
    default void an_invitation_is_found_by_its_hash_and_by_its_person() {
        Invitation invitation = put(somebody("Rosa"), "secret");

        assertThat(invitations().findByHash(OpaqueToken.sha256("secret"))).contains(invitation);
        assertThat(invitations().of(invitation.person())).contains(invitation);
        assertThat(invitations().findByHash(OpaqueToken.sha256("another"))).isEmpty();
        assertThat(invitations().of(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void a_new_one_takes_the_place_of_the_one_before() {
        UUID rosa = somebody("Rosa");
        put(rosa, "first");

        put(rosa, "second");

        assertThat(invitations().findByHash(OpaqueToken.sha256("first"))).isEmpty();
        assertThat(invitations().findByHash(OpaqueToken.sha256("second"))).isPresent();
    }

    @Test
    default void is_taken_once() {
        put(somebody("Rosa"), "secret");

        assertThat(invitations().take(OpaqueToken.sha256("secret"))).isTrue();
        assertThat(invitations().take(OpaqueToken.sha256("secret"))).isFalse();
        assertThat(invitations().findByHash(OpaqueToken.sha256("secret"))).isEmpty();
    }

    @Test
    default void removes_what_is_out_for_one_person_only() {
        UUID rosa = somebody("Rosa");
        UUID bert = somebody("Bert");
        put(rosa, "hers");
        put(bert, "his");

        invitations().removeOf(rosa);

        assertThat(invitations().of(rosa)).isEmpty();
        assertThat(invitations().of(bert)).isPresent();
    }
}
