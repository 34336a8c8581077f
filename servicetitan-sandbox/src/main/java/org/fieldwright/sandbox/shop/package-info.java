/**
 * The shop of the simulation, made up from a fixed seed: a heating, plumbing and electrical business around one city, with the mistakes
 * that people make. The same day gives the same shop.
 */
package org.fieldwright.sandbox.shop;
