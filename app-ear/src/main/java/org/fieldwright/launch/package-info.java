/**
 * Starts and stops Fieldwright on one machine: a PostgreSQL of its own (or a look at yours), Payara Micro as a child
 * process, the wait until the portal is ready, and the way down again.
 *
 * <p>The launcher knows the portal only from outside: a WAR to deploy, a health address to ask, a REST interface to
 * hand the demo manuals to. It depends on no class of the portal.
 */
package org.fieldwright.launch;
