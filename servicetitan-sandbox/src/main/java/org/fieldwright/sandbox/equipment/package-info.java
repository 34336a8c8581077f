/** What is installed at a location. */
package org.fieldwright.sandbox.equipment;
