/** How the server is: to watchers by {@code /health/ready}, to administrators by a page, both from the same checkups. */
package org.fieldwright.web.health;
