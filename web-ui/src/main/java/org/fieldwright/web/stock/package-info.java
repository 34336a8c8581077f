/** What is on the trucks and in the warehouses, with its arithmetic. */
package org.fieldwright.web.stock;
