/** Conversations in PostgreSQL; answers as JSON, since they are kept as they were shown. */
package org.fieldwright.domain.copilot.jdbc;
