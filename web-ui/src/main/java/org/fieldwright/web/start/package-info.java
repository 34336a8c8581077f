/** The order in which the house opens. */
package org.fieldwright.web.start;
