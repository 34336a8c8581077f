package org.fieldwright.web.security.oidc;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.fieldwright.web.security.FrontDesk;

/** Sends a browser to the identity provider. */
@WebServlet("/signin/oidc")
public class ToProvider extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ToProvider.class.getName());

    @Inject
    private transient OpenIdProvider provider;

    @Inject
    private transient FrontDesk desk;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (desk.provider().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Started started = Started.fresh(desk.placeHere(request.getParameter("next")), clock.instant());
        try {
            String invitation = provider.invitation(started, BackFromProvider.addressFor(desk, request))
                    .toString();
            started.keepIn(request);
            response.sendRedirect(invitation);
        } catch (StumbledException stumbled) {
            LOG.log(WARNING, stumbled.getMessage(), stumbled.getCause());
            BackFromProvider.tell(stumbled.stumble(), response);
        }
    }
}
