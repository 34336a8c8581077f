package org.fieldwright.domain.job.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.fieldwright.domain.job.JobRow;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** A job by itself, before what hangs on it is read. */
record Head(
        JobRow row,
        String summary,
        String priority,
        String campaign,
        Optional<Instant> completedOn,
        long customerId,
        Optional<Long> mergedInto,
        long locationId,
        String place,
        Optional<Long> invoiceId,
        boolean active) {
    static Head read(ResultSet row) throws SQLException {
        return new Head(
                JdbcJobs.row(row),
                row.getString("summary"),
                row.getString("priority"),
                row.getString("campaign"),
                Jdbc.instant(row, "completed_on"),
                row.getLong("customer_id"),
                Optional.ofNullable(row.getObject("merged_to_id", Long.class)),
                row.getLong("location_id"),
                row.getString("place"),
                Optional.ofNullable(row.getObject("invoice_id", Long.class)),
                row.getBoolean("active"));
    }
}
