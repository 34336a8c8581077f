package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Where tokens are given. */
@Path("/connect/token")
interface TokenApi {
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject token(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret);
}
