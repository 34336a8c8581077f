/** When technicians were under way and at work: the only travel and arrival times that can be read. */
package org.fieldwright.sandbox.payroll;
