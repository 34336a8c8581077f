package org.fieldwright.domain.people.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.people.Account;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;

/** An {@link Account} as it is stored. */
@Entity
@Table(name = "person")
class PersonRow {
    @Id
    private UUID id;

    private String email;
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    private String password;
    private String subject;
    private boolean active;
    private int generation;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_signed_in", insertable = false, updatable = false)
    private Instant lastSignedIn;

    @Version
    private long version;

    /** For JPA. */
    protected PersonRow() {}

    static PersonRow of(Account account) {
        PersonRow row = new PersonRow();
        row.id = account.person().id();
        row.createdAt = account.createdAt();
        row.take(account);
        return row;
    }

    /** Takes over everything that can change. */
    void take(Account account) {
        email = account.person().email();
        name = account.person().name();
        roles.retainAll(account.person().roles());
        roles.addAll(account.person().roles());
        password = account.passwordHash();
        subject = account.subject().orElse(null);
        active = account.active();
        generation = account.generation();
    }

    Account toAccount() {
        return new Account(
                new Person(id, email, name, roles),
                password,
                Optional.ofNullable(subject),
                active,
                generation,
                createdAt,
                Optional.ofNullable(lastSignedIn),
                version);
    }

    long version() {
        return version;
    }
}
