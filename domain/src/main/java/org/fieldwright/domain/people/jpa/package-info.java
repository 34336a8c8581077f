/** People, their tokens and devices in PostgreSQL, by JPA: rows that are edited field by field. */
package org.fieldwright.domain.people.jpa;
