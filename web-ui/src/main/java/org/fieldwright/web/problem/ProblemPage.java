package org.fieldwright.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The server's error page: a page for people, problem details for programs, a partial answer for a page that asked for a part.
 * Written without Faces, so that it works when Faces does not.
 */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = read("problem.html");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal refusal = refusal(request);
        response.setStatus(refusal.status());
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("Faces-Request") != null) {
            partial(refusal, response);
        } else if (wantsPage(request)) {
            page(refusal, response);
        } else {
            json(refusal, response);
        }
    }

    private static Refusal refusal(HttpServletRequest request) {
        return Refusal.sentIn(request).orElseGet(() -> byTheServer(request));
    }

    private static Refusal byTheServer(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return Refusal.of(failure);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Refusal.of(status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String address = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse("");
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return !address.startsWith("/api/") && accept.contains("text/html");
    }

    private static void page(Refusal refusal, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.getWriter()
                .write(PAGE.replace("{heading}", heading(refusal.status()))
                        .replace("{sentence}", escaped(refusal.sentence()))
                        .replace("{incident}", incident(refusal)));
    }

    private static String heading(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> "Not open to you";
            case HttpServletResponse.SC_NOT_FOUND -> "This page is not here";
            default -> "That did not work";
        };
    }

    private static String incident(Refusal refusal) {
        return refusal.incident().isEmpty()
                ? ""
                : "<p class=\"muted\">Number to quote: <strong>" + escaped(refusal.incident()) + "</strong></p>";
    }

    private static void json(Refusal refusal, HttpServletResponse response) throws IOException {
        response.setContentType(Refusal.MEDIA_TYPE);
        response.getWriter().write(refusal.json());
    }

    /** A page that asked for a part of itself goes on standing; its script shows the sentence. */
    private static void partial(Refusal refusal, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/xml");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?>\n<partial-response><error><error-name>" + refusal.code()
                        + "</error-name><error-message>" + escaped(words(refusal))
                        + "</error-message></error></partial-response>");
    }

    private static String words(Refusal refusal) {
        return refusal.incident().isEmpty()
                ? refusal.sentence()
                : refusal.sentence() + " Number to quote: " + refusal.incident();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read(String name) {
        try (InputStream page = ProblemPage.class.getResourceAsStream(name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
