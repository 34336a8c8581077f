/**
 * Runs inside the server, not in the launcher: packed into a jar of its own that Payara Micro loads beside its own
 * classes.
 */
package org.fieldwright.launch.session;
