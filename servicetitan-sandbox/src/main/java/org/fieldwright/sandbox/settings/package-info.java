/** Who works here and how the shop is divided: technicians, employees, roles, business units, tags; campaigns and call reasons. */
package org.fieldwright.sandbox.settings;
