/** Manuals in PostgreSQL. Plain SQL, since pages, passages and vectors are bulk. */
package org.fieldwright.domain.manual.jdbc;
