/** Whether the running portal, asked from outside, sends people to the right page. */
package org.fieldwright.truth;
