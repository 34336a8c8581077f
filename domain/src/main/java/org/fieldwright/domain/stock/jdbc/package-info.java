/** The ledger as views over the mirror. */
package org.fieldwright.domain.stock.jdbc;
