/**
 * What people do in ServiceTitan's own screens and on the road, and how the simulation itself is set. None of this is a path of
 * ServiceTitan: everything lies below {@code /desk} and asks for the control key.
 */
package org.fieldwright.sandbox.control;
