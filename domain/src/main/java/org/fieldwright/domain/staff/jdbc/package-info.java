/** The staff from the mirror's tables, and what was decided of its roles. */
package org.fieldwright.domain.staff.jdbc;
