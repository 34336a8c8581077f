package org.fieldwright.web.problem;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page does with a failure of its action: a refusal becomes a message on the page, which goes on standing with all that
 * was typed; a page that is too old is loaded anew; anything else is an incident with a number.
 */
public class FaultsInPages extends ExceptionHandlerFactory {
    public FaultsInPages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext faces = FacesContext.getCurrentInstance();
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            if (events.hasNext()) {
                ExceptionQueuedEvent event = events.next();
                if (handled(event, faces)) {
                    events.remove();
                    dropTheRest(events);
                }
            }
            getWrapped().handle();
        }

        private static void dropTheRest(Iterator<ExceptionQueuedEvent> events) {
            while (events.hasNext()) {
                events.next();
                events.remove();
            }
        }

        private static boolean handled(ExceptionQueuedEvent event, FacesContext faces) {
            Throwable failure = event.getContext().getException();
            boolean rendering =
                    PhaseId.RENDER_RESPONSE.equals(event.getContext().getPhaseId());
            boolean action = faces.isPostback() && !rendering;
            boolean unknownState =
                    PhaseId.RESTORE_VIEW.equals(event.getContext().getPhaseId());
            if (unknownState || isTooOld(failure)) {
                loadAnew(faces);
                return true;
            }
            Optional<Refusal> expected = Refusal.expected(failure);
            if (action && expected.isPresent()) {
                say(faces, expected.get().sentence());
                return true;
            }
            if (faces.getPartialViewContext().isAjaxRequest() && !rendering) {
                Refusal incident = Refusal.of(failure);
                say(faces, incident.sentence() + " Number to quote: " + incident.incident());
                return true;
            }
            return false; // the server's error page
        }

        private static boolean isTooOld(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(ViewExpiredException.class::isInstance);
        }

        private static void say(FacesContext faces, String sentence) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
            faces.renderResponse();
        }

        private static void loadAnew(FacesContext faces) {
            ExternalContext external = faces.getExternalContext();
            String address = Optional.ofNullable(external.getRequestHeaderMap().get("Referer"))
                    .map(referer -> referer.replaceFirst("^[a-z]+://[^/]*", ""))
                    .filter(path -> path.startsWith("/") && !path.startsWith("//"))
                    .orElse("/");
            try {
                external.redirect(address);
                faces.responseComplete();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (IllegalStateException tooLate) {
                throw new FacesException(tooLate);
            }
        }
    }
}
