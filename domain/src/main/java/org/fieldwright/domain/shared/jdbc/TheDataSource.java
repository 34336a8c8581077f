package org.fieldwright.domain.shared.jdbc;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The one database, as the deployment defines it. */
@ApplicationScoped
class TheDataSource {
    @Resource(lookup = "java:app/jdbc/fieldwright")
    private DataSource deployed;

    @Produces
    DataSource dataSource() {
        return deployed;
    }
}
