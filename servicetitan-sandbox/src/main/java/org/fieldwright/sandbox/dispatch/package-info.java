/** Who goes where and when: assignments, shifts, other time, zones, skills, free capacity, positions. */
package org.fieldwright.sandbox.dispatch;
