/** The administrator's pages about ServiceTitan: the connection, what comes from there, what goes there. */
package org.fieldwright.web.servicetitan;
