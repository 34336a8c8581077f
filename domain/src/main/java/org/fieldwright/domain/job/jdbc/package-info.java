/** Jobs read from the mirror in PostgreSQL. */
package org.fieldwright.domain.job.jdbc;
