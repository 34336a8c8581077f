package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Equipment installed at customers. */
@Path("/equipmentsystems/v2/tenant/{tenant}")
interface EquipmentSystemsApi extends ModuleApi {}
