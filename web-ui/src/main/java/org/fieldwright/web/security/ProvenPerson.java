package org.fieldwright.web.security;

import jakarta.security.enterprise.credential.Credential;
import org.fieldwright.domain.people.Account;

/** Somebody who has just proven who they are, by password or by the identity provider. */
record ProvenPerson(Account account, boolean remember) implements Credential {}
