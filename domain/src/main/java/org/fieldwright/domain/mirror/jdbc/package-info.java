/** The mirror in PostgreSQL: documents with typed columns read from them by the database. */
package org.fieldwright.domain.mirror.jdbc;
