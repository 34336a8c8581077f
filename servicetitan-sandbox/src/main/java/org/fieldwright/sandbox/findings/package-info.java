/** What technicians saw at a location, and what customers thought of them. */
package org.fieldwright.sandbox.findings;
