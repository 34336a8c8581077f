/** Events from ServiceTitan in two tables. */
package org.fieldwright.domain.webhook.jdbc;
