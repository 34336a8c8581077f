package org.fieldwright.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.people.ApiToken;
import org.fieldwright.domain.people.ApiTokens;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.SignIn;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.security.FrontDesk;
import org.fieldwright.web.security.SignedInPerson;

/** Tokens, by which programs act for a person. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject
    private FrontDesk desk;

    @Inject
    private ApiTokens tokens;

    @Inject
    private SignedInPerson signedIn;

    /** Who wants a token. Public fields, so that absent ones are simply null. */
    public static class Wanted {
        public String email;
        public String password;
        public String name;
        public Integer days;
    }

    /** A new token; its secret is not shown again. */
    public record ShownSecret(String id, String token, String expiresAt) {}

    /** A token without its secret. */
    public record ShownToken(String id, String name, String createdAt, String expiresAt, String lastUsed) {
        static ShownToken of(ApiToken token) {
            return new ShownToken(
                    token.id().toString(),
                    token.name(),
                    token.createdAt().toString(),
                    token.expiresAt().toString(),
                    token.lastUsed().map(Object::toString).orElse(null));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(Wanted wanted, @Context HttpServletRequest request) throws Exception {
        if (wanted == null || wanted.email == null || wanted.password == null) {
            throw new FaultException(Fault.INVALID, "Send a JSON object with \"email\" and \"password\".");
        }
        Person person = switch (desk.check(request, wanted.email, wanted.password)) {
            case SignIn.Outcome.Welcome welcome -> welcome.account().person();
            case SignIn.Outcome.Refused refused -> throw new FaultException(Fault.NOT_SIGNED_IN, refused.sentence());
            case SignIn.Outcome.Paused paused -> throw new FaultException(Fault.TOO_MANY, paused.sentence());
        };
        Optional<Duration> lifetime = Optional.ofNullable(wanted.days).map(Duration::ofDays);
        String name = wanted.name == null || wanted.name.isBlank() ? "API" : wanted.name;
        ApiTokens.Issued issued = signedIn.onBehalfOf(person, () -> tokens.issue(name, lifetime));
        return Response.status(Response.Status.CREATED)
                .entity(new ShownSecret(
                        issued.token().id().toString(),
                        issued.secret(),
                        issued.token().expiresAt().toString()))
                .build();
    }

    @GET
    public List<ShownToken> mine() {
        return tokens.mine().stream().map(ShownToken::of).toList();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(Ids.token(id));
    }
}
