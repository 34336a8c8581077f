/** Jobs and their appointments, from the booking to the last visit; job types, reasons, projects. */
package org.fieldwright.sandbox.jpm;
