package org.fieldwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.fieldwright.domain.manual.ManualSettings;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.problem.Refusal;

/**
 * Keeps what a request brings within what its address is for. A size that is told is checked before anything is read; one that is
 * not is counted while it is read. Forms and uploads are read by the server itself, past every filter: they must tell their size.
 */
public class BodyLimits extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final long MEGABYTE = 1024 * 1024;
    private static final long JSON = MEGABYTE / 4;
    private static final long FORM = MEGABYTE;
    private static final long EVENT = MEGABYTE / 2;

    private static final long NOT_MUCH = 8 * MEGABYTE;

    /** What stands around an uploaded file in its request. */
    private static final long AROUND_A_FILE = MEGABYTE;

    private transient ManualSettings manuals;

    @Inject
    void setManuals(ManualSettings manuals) {
        this.manuals = manuals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean upload = isUpload(request);
        long limit = upload ? manuals.maxUploadBytes() + AROUND_A_FILE : limit(request);
        long told = request.getContentLengthLong();
        if (told > limit) {
            letItArrive(request, told);
            Refusal.of(tooLarge(upload ? manuals.maxUploadBytes() : limit)).send(request, response);
        } else if (told < 0 && isReadByTheServer(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(new CountedRequest(request, limit), response);
        }
    }

    /** A client that is still sending when it is refused may not hear why: what is not much is taken off its hands first. */
    private static void letItArrive(HttpServletRequest request, long told) throws IOException {
        if (told <= NOT_MUCH) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    static FaultException tooLarge(long limit) {
        String most = limit < MEGABYTE ? limit / 1024 + " KB" : limit / MEGABYTE + " MB";
        return new FaultException(
                Fault.TOO_LARGE,
                "This is larger than the " + most + " that are accepted here. Nothing of it was kept.");
    }

    /** Only who may keep a manual can make the server take in a large body. */
    private static boolean isUpload(HttpServletRequest request) {
        return isMultipart(request)
                && Doors.takesUploads(request)
                && SignedInPerson.of(request)
                        .filter(person -> person.may(Permission.MANAGE_MANUALS))
                        .isPresent();
    }

    private static long limit(HttpServletRequest request) {
        if (Doors.takesEvents(request)) {
            return EVENT;
        }
        return Doors.isApi(request) ? JSON : FORM;
    }

    /** A form in HTTP/2 may tell no size where it is empty; the server itself reads no more than 2 MB of it. */
    private static boolean isReadByTheServer(HttpServletRequest request) {
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        return isMultipart(request) || (chunked && type(request).startsWith("application/x-www-form-urlencoded"));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return type(request).startsWith("multipart/");
    }

    private static String type(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    }
}
