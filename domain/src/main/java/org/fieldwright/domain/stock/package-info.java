/**
 * What is on the trucks and in the warehouses. ServiceTitan tells no stock on hand, so it is a ledger of our own: the sum of everything that ever
 * moved a part, each movement named. It begins with the first movement that ServiceTitan knows.
 */
package org.fieldwright.domain.stock;
