/** Password hashes by Jakarta Security's PBKDF2, at a cost of our own. */
package org.fieldwright.domain.people.pbkdf2;
