package org.fieldwright.servicetitan;

import jakarta.ws.rs.Path;

/** Time on jobs. */
@Path("/payroll/v2/tenant/{tenant}")
interface PayrollApi extends ModuleApi {}
