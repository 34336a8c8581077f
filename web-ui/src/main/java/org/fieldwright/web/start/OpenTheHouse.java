package org.fieldwright.web.start;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Tells every module that the server opens: once, in the order of the observers' priorities (migrations 100, first accounts
 * 200, search index 300, durable tasks 400), and before the first request. An observer that throws keeps the house closed.
 *
 * <p>CDI's own {@code Startup} does not do: to observers in the libraries of a WAR this server sends it before the data source
 * is bound.
 */
@WebListener
public class OpenTheHouse implements ServletContextListener {
    @Inject
    private Event<ServletContextEvent> opening;

    @Override
    public void contextInitialized(ServletContextEvent opened) {
        opening.fire(opened);
    }
}
