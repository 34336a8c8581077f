/** The database's shape: Flyway SQL and its run at start-up, before anything else touches the database. */
package org.fieldwright.migrations;
