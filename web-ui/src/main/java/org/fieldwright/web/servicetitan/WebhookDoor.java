package org.fieldwright.web.servicetitan;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fieldwright.domain.people.Effort;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.webhook.ReceiveWebhook;
import org.fieldwright.domain.webhook.TurnedAway;
import org.fieldwright.domain.webhook.WebhookSettings;
import org.fieldwright.web.security.FrontDesk;

/** Where ServiceTitan posts its events. Answers with a status and nothing else: whoever asks learns nothing here. */
@WebServlet("/webhooks/servicetitan")
public class WebhookDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReceiveWebhook receiveWebhook;

    @Inject
    private transient WebhookSettings settings;

    @Inject
    private transient FrontDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] body = request.getInputStream().readAllBytes();
            response.setStatus(statusOf(receive(request, body), request));
        } catch (FaultException tooLargeOrTooMany) {
            response.setStatus(tooLargeOrTooMany.fault().httpStatus());
        }
    }

    private ReceiveWebhook.Outcome receive(HttpServletRequest request, byte[] body) {
        return receiveWebhook.receive(
                Optional.ofNullable(request.getContentType()),
                body,
                Optional.ofNullable(request.getHeader(settings.header())));
    }

    private int statusOf(ReceiveWebhook.Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case ReceiveWebhook.Outcome.Closed closed -> HttpServletResponse.SC_NOT_FOUND;
            case ReceiveWebhook.Outcome.Taken taken -> HttpServletResponse.SC_ACCEPTED;
            case ReceiveWebhook.Outcome.Unproven unproven -> turnAway(unproven.why(), request);
        };
    }

    private int turnAway(TurnedAway.Why why, HttpServletRequest request) {
        desk.count(Effort.UNPROVEN_EVENT, request);
        receiveWebhook.turnAway(why);
        return switch (why) {
            case NO_JSON -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            case NO_SIGNATURE, WRONG_SIGNATURE -> HttpServletResponse.SC_UNAUTHORIZED;
        };
    }
}
