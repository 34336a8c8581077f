/** The sandbox in an application server: one servlet for every path. */
package org.fieldwright.sandbox.war;
