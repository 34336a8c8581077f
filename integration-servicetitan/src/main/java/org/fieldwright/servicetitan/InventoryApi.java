package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Trucks, warehouses, and what moves between them. */
@Path("/inventory/v2/tenant/{tenant}")
interface InventoryApi extends ModuleApi {}
