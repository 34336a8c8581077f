package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Campaigns. */
@Path("/marketing/v2/tenant/{tenant}")
interface MarketingApi extends ModuleApi {}
