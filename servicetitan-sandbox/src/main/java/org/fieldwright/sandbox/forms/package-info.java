/** Forms that technicians fill in, and files on jobs. */
package org.fieldwright.sandbox.forms;
