package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** People, business units, tags, roles. */
@Path("/settings/v2/tenant/{tenant}")
interface SettingsApi extends ModuleApi {}
