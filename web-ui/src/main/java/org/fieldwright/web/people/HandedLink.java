package org.fieldwright.web.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.web.security.FrontDesk;

/** Makes a link of an invitation, to be handed to somebody by mail or message. */
@ApplicationScoped
class HandedLink {
    private FrontDesk desk;
    private HttpServletRequest request;

    /** For the container's proxy. */
    protected HandedLink() {}

    @Inject
    HandedLink(FrontDesk desk, HttpServletRequest request) {
        this.desk = desk;
        this.request = request;
    }

    String to(ManagePeople.Invited invited) {
        return desk.address(request)
                .resolve("/welcome?link=" + invited.secret())
                .toString();
    }
}
