/** A ServiceTitan on one's own desk, beside a portal that is tried out. */
package org.fieldwright.launch.sandbox;
