/** Tasks of the office. They can be added, not changed. */
package org.fieldwright.sandbox.tasks;
