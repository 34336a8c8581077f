/**
 * How an operation is done: what a call brings, what comes of it, and the behaviours that every resource shares (lists with pages, order
 * and filters, reading, patching, export feeds). What is special stands in the module's own package.
 */
package org.fieldwright.sandbox.desk;
