package org.fieldwright.web.problem;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.primefaces.csp.CspException;

/**
 * What went wrong, in words for people.
 *
 * @param code stable, for programs
 * @param incident the number to quote; blank when the sentence says it all
 */
public record Refusal(int status, String code, String sentence, String incident) {
    /** What {@link #json} is. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String ATTRIBUTE = Refusal.class.getName();
    private static final System.Logger LOG = System.getLogger(Refusal.class.getName());

    /** Finds the refusal in whatever the platform has wrapped around it; otherwise notes an incident. */
    public static Refusal of(Throwable failure) {
        return expected(failure).orElseGet(() -> unexpected(failure));
    }

    /** The sentence of a refusal that somebody meant for people; empty for anything else. */
    public static Optional<Refusal> expected(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> meant(cause).stream())
                .findFirst();
    }

    /** A refusal by the server itself. */
    public static Refusal of(int status) {
        return switch (status) {
            case 400 -> new Refusal(400, "bad-request", "The server did not understand this request.", "");
            case 401 -> new Refusal(401, code(Fault.NOT_SIGNED_IN), "Sign in to see this.", "");
            case 403 ->
                new Refusal(
                        403,
                        code(Fault.NOT_ALLOWED),
                        "This is not open to you, or it was asked for by another site. Nothing was changed.",
                        "");
            case 404 ->
                new Refusal(
                        404,
                        code(Fault.NOT_FOUND),
                        "There is nothing at this address. It may have been deleted, or mistyped.",
                        "");
            case 405 -> new Refusal(405, "method-not-allowed", "This address does not take this kind of request.", "");
            case 406 ->
                new Refusal(
                        406, "not-acceptable", "This address does not answer in the format that was asked for.", "");
            case 408 -> new Refusal(408, "timeout", "The request took too long to arrive. Please send it again.", "");
            case 411 ->
                new Refusal(
                        411,
                        "length-required",
                        "This must be sent with its size (Content-Length). Nothing of it was kept.",
                        "");
            case 413 ->
                new Refusal(
                        413,
                        code(Fault.TOO_LARGE),
                        "This is more than the server accepts. Nothing of it was kept.",
                        "");
            case 415 ->
                new Refusal(415, code(Fault.UNSUPPORTED_FILE), "This kind of content is not accepted here.", "");
            case 429 -> new Refusal(429, code(Fault.TOO_MANY), "That was too often. Please wait a moment.", "");
            case 503 ->
                new Refusal(
                        503,
                        code(Fault.UNAVAILABLE),
                        "This is not possible at the moment. Please try again later.",
                        "");
            default ->
                status < 500
                        ? new Refusal(status, "refused", "The server refused this request.", "")
                        : new Refusal(status, "unexpected", unexpectedSentence(), newIncident());
        };
    }

    /** As problem details (RFC 9457), with the code and, where there is one, the incident. */
    public String json() {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", status)
                .add("code", code)
                .add("detail", sentence);
        if (!incident.isEmpty()) {
            body.add("incident", incident);
        }
        return body.build().toString();
    }

    private String title() {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    /** Answers with this refusal in place of whatever was asked for. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(status);
    }

    /** The refusal that is being sent. */
    static Optional<Refusal> sentIn(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }

    private static Optional<Refusal> meant(Throwable cause) {
        return switch (cause) {
            case FaultException fault ->
                Optional.of(new Refusal(fault.fault().httpStatus(), code(fault.fault()), fault.getMessage(), ""));
            case ConstraintViolationException violations ->
                Optional.of(new Refusal(Fault.INVALID.httpStatus(), code(Fault.INVALID), sentences(violations), ""));
            case CspException noneOfOurForms -> Optional.of(of(Fault.NOT_ALLOWED.httpStatus()));
            default -> Optional.empty();
        };
    }

    private static Refusal unexpected(Throwable failure) {
        String incident = newIncident();
        LOG.log(WARNING, "incident " + incident, failure);
        return new Refusal(500, "unexpected", unexpectedSentence(), incident);
    }

    private static String unexpectedSentence() {
        return "Something went wrong that we did not expect. Nothing of this step was kept; what you did before is safe."
                + " Try again, and quote the number if it repeats.";
    }

    private static String sentences(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String code(Fault fault) {
        return fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A number to quote, to be written beside what is logged. */
    public static String newIncident() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
