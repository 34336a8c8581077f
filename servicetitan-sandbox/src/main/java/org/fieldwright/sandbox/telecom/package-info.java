/** Telephone calls. The interface can read and classify them; they come from people who ring. */
package org.fieldwright.sandbox.telecom;
