package org.fieldwright.domain.people;

import static org.fieldwright.domain.people.Permission.ASK_MANUALS;
import static org.fieldwright.domain.people.Permission.KEEP_OWN_ACCOUNT;
import static org.fieldwright.domain.people.Permission.SEE_HEALTH;
import static org.fieldwright.domain.people.Permission.SEE_JOBS;
import static org.fieldwright.domain.people.Permission.SEE_MANUALS;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the shop. A person has one or more; the permissions add up. */
public enum Role {
    TECHNICIAN("Technician", EnumSet.of(ASK_MANUALS, SEE_MANUALS, SEE_JOBS, KEEP_OWN_ACCOUNT)),
    DISPATCHER("Dispatcher", EnumSet.of(ASK_MANUALS, SEE_MANUALS, SEE_JOBS, KEEP_OWN_ACCOUNT)),
    ESTIMATOR("Estimator", EnumSet.of(ASK_MANUALS, SEE_MANUALS, SEE_JOBS, KEEP_OWN_ACCOUNT)),
    BILLING("Billing", EnumSet.of(ASK_MANUALS, SEE_MANUALS, SEE_JOBS, KEEP_OWN_ACCOUNT)),
    MANAGER("Manager", EnumSet.of(ASK_MANUALS, SEE_MANUALS, SEE_JOBS, KEEP_OWN_ACCOUNT, SEE_HEALTH)),
    ADMINISTRATOR("Administrator", EnumSet.allOf(Permission.class));

    private final String inWords;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Permission> permissions;

    Role(String inWords, Set<Permission> permissions) {
        this.inWords = inWords;
        this.permissions = Set.copyOf(permissions);
    }

    public String inWords() {
        return inWords;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
