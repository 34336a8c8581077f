package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Calls. */
@Path("/telecom/v2/tenant/{tenant}")
interface TelecomApi extends ModuleApi {}
