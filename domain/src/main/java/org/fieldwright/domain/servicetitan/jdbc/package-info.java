/** The connection in PostgreSQL, its secrets sealed. */
package org.fieldwright.domain.servicetitan.jdbc;
