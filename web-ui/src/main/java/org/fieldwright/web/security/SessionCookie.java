package org.fieldwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Names the session's cookie and keeps it from scripts and from http. Its SameSite stands in payara-web.xml. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    private SecuritySettings settings;

    @Override
    public void contextInitialized(ServletContextEvent opened) {
        SessionCookieConfig cookie = opened.getServletContext().getSessionCookieConfig();
        cookie.setName(settings.secureCookies() ? "__Host-fieldwright" : "fieldwright");
        cookie.setSecure(settings.secureCookies());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
    }
}
