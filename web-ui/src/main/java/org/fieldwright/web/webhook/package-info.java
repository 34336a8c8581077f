/** Where ServiceTitan's events come in, and the administrator's page about them. Shows; decides nothing. */
package org.fieldwright.web.webhook;
