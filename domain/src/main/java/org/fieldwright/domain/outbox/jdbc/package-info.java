/** The outbox in PostgreSQL; effects as JSON. */
package org.fieldwright.domain.outbox.jdbc;
