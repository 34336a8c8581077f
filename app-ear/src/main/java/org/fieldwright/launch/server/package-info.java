/** Payara Micro as a child process: how it is told what to do, what it says, and when it is ready. */
package org.fieldwright.launch.server;
