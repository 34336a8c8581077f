/** Trucks, warehouses and what moves between them. No endpoint tells what lies where: readers add it up. */
package org.fieldwright.sandbox.inventory;
