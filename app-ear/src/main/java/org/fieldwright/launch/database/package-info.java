/** The PostgreSQL behind the portal: one of our own, kept in the data folder, or one that the operator brings. */
package org.fieldwright.launch.database;
