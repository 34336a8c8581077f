package org.fieldwright.web.api;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Every way an endpoint can fail, as problem details; never a stack trace. */
final class ProblemMappers {
    private static final System.Logger LOG = System.getLogger(ProblemMappers.class.getName());

    private ProblemMappers() {}

    /** A refusal with a code. */
    @Provider
    public static class OfFaults implements ExceptionMapper<FaultException> {
        @Override
        public Response toResponse(FaultException refusal) {
            return Problem.of(refusal.fault(), refusal.getMessage()).response();
        }
    }

    /** A command out of shape. */
    @Provider
    public static class OfShapes implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException violations) {
            String sentences = violations.getConstraintViolations().stream()
                    .map(ConstraintViolation::getMessage)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(" "));
            return Problem.of(Fault.INVALID, sentences).response();
        }
    }

    /** What the framework refuses: unknown paths, methods, media types, unreadable bodies. */
    @Provider
    public static class OfTheFramework implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException refusal) {
            int status = refusal.getResponse().getStatus();
            Response.Status known = Response.Status.fromStatusCode(status);
            String reason = known == null ? "Refused" : known.getReasonPhrase();
            return new Problem(status, Problem.code(reason.replace(' ', '_')), reason + ".", "").response();
        }
    }

    /** What nobody expected. */
    @Provider
    public static class OfSurprises implements ExceptionMapper<RuntimeException> {
        @Override
        public Response toResponse(RuntimeException surprise) {
            for (Throwable cause = surprise.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof FaultException refusal) {
                    return Problem.of(refusal.fault(), refusal.getMessage()).response();
                }
            }
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(WARNING, "incident " + incident, surprise);
            return new Problem(
                            500,
                            "unexpected",
                            "Something went wrong that we did not expect. Nothing of this request was kept; try again, and"
                                    + " quote the number if it repeats.",
                            incident)
                    .response();
        }
    }
}
