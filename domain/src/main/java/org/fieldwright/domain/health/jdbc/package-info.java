/** How the database is, asked of itself. */
package org.fieldwright.domain.health.jdbc;
