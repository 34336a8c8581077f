/** Plain SQL for what is bulky: a connection for one statement or one transaction, and the types PostgreSQL speaks. */
package org.fieldwright.domain.shared.jdbc;
