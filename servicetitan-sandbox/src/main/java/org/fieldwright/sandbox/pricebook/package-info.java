/** What the shop sells and at which price. */
package org.fieldwright.sandbox.pricebook;
