package org.fieldwright.web.security.oidc;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.fieldwright.domain.people.SignInByProvider;
import org.fieldwright.domain.people.SignInByProvider.Proven;
import org.fieldwright.web.security.FrontDesk;
import org.fieldwright.web.security.Stumble;

/** Where the identity provider sends the browser back to, with a code that is good once. */
@WebServlet("/signin/oidc/back")
public class BackFromProvider extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(BackFromProvider.class.getName());
    private static final String ADDRESS = "/signin/oidc/back";

    @Inject
    private transient OpenIdProvider provider;

    @Inject
    private transient SignInByProvider signIn;

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
        Optional<Started> started = Started.takeFrom(request, request.getParameter("state"), clock.instant());
        try {
            Proven proven = prove(request, started);
            switch (signIn.enter(proven)) {
                case SignInByProvider.Outcome.Welcome welcome -> {
                    desk.enter(request, response, welcome.account(), false);
                    response.sendRedirect(started.orElseThrow().next());
                }
                case SignInByProvider.Outcome.Refused refused -> tell(Stumble.NO_ACCOUNT, response);
            }
        } catch (StumbledException stumbled) {
            LOG.log(INFO, "sign-in by the provider came to nothing: " + stumbled.getMessage(), stumbled.getCause());
            tell(stumbled.stumble(), response);
        }
    }

    private Proven prove(HttpServletRequest request, Optional<Started> started) throws StumbledException {
        if (started.isEmpty()) {
            throw new StumbledException(Stumble.NOT_FINISHED, "nobody in this browser has begun it, or long ago");
        }
        String code = request.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new StumbledException(Stumble.NOT_FINISHED, "the provider sent no code");
        }
        return provider.prove(started.get(), code, addressFor(desk, request));
    }

    /** The address the provider knows this portal by. */
    static URI addressFor(FrontDesk desk, HttpServletRequest request) {
        return desk.address(request).resolve(ADDRESS);
    }

    static void tell(Stumble stumble, HttpServletResponse response) throws IOException {
        response.sendRedirect("/signin?stumbled=" + stumble.code());
    }
}
