/** What the edge of the running portal lets through, and how it answers when it does not: from outside, by HTTP. */
package org.fieldwright.edge;
