/** Service agreements and the visits they bring. */
package org.fieldwright.sandbox.memberships;
