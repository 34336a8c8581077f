/** Estimates: offered, sold, dismissed. */
package org.fieldwright.sandbox.sales;
