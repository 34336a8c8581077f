package org.fieldwright.web.api;

import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.problem.Refusal;

/** Every way an endpoint can fail, as problem details; never a stack trace. */
final class ProblemMappers {
    private ProblemMappers() {}

    /** A refusal with a code. */
    @Provider
    public static class OfFaults implements ExceptionMapper<FaultException> {
        @Override
        public Response toResponse(FaultException refusal) {
            return Problem.response(Refusal.of(refusal));
        }
    }

    /** A command out of shape. */
    @Provider
    public static class OfShapes implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException violations) {
            return Problem.response(Refusal.of(violations));
        }
    }

    /** What the framework refuses: unknown paths, methods, media types, unreadable bodies. */
    @Provider
    public static class OfTheFramework implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException refusal) {
            int status = refusal.getResponse().getStatus();
            Refusal known = Refusal.expected(refusal)
                    .orElseGet(() -> status < 500 ? Refusal.of(status) : Refusal.of((Throwable) refusal));
            return Problem.response(known);
        }
    }

    /** A body that is no JSON, or not the JSON that was asked for. */
    @Provider
    public static class OfBodies implements ExceptionMapper<ProcessingException> {
        @Override
        public Response toResponse(ProcessingException failure) {
            Refusal known = Refusal.expected(failure)
                    .orElseGet(() -> failure.getCause() instanceof JsonbException
                            ? Refusal.of(Response.Status.BAD_REQUEST.getStatusCode())
                            : Refusal.of(failure));
            return Problem.response(known);
        }
    }

    /** What nobody expected. */
    @Provider
    public static class OfSurprises implements ExceptionMapper<RuntimeException> {
        @Override
        public Response toResponse(RuntimeException surprise) {
            return Problem.response(Refusal.of(surprise));
        }
    }
}
