/** Durable tasks on PostgreSQL by db-scheduler: each is taken by one node, survives a restart, is tried again with pauses. */
package org.fieldwright.domain.shared.dbscheduler;
