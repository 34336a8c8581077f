/** Customers, locations and how to reach them; bookings and leads. */
package org.fieldwright.sandbox.crm;
