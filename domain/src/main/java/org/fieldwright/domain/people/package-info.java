/**
 * Who may do what: people, their roles, the permissions that use cases ask for, sign-in and its locks. Knows nothing of
 * how a browser or a token proves who is there. Calls {@code shared} only.
 */
package org.fieldwright.domain.people;
