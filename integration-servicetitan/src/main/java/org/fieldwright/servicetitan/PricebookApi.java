package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Services, materials, equipment and what they cost. */
@Path("/pricebook/v2/tenant/{tenant}")
interface PricebookApi extends ModuleApi {}
