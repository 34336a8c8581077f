/** Invoices with their items, payments and what they are reckoned by. Amounts are kept as numbers; answers write them as texts. */
package org.fieldwright.sandbox.accounting;
