package org.fieldwright.migrations;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContextEvent;
import javax.sql.DataSource;

/** The first thing that happens when the server starts. */
@ApplicationScoped
class MigrateAtStart {
    @Resource(lookup = "java:app/jdbc/fieldwright")
    private DataSource dataSource;

    void migrate(@Observes @Priority(100) ServletContextEvent opened) {
        Migrations.apply(dataSource);
    }
}
