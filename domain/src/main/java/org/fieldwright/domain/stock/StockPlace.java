package org.fieldwright.domain.stock;

/**
 * A truck or a warehouse.
 *
 * @param technicians who drive it, joined by commas; blank for a warehouse
 * @param parts how many different parts are known there
 * @param shortParts how many of them are below the template's minimum
 */
public record StockPlace(long id, String name, boolean truck, String technicians, int parts, int shortParts) {}
