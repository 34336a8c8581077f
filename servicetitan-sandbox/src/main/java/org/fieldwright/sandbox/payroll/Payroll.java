package org.fieldwright.sandbox.payroll;

import java.util.Map;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;

/** The part of {@code /payroll/v2} that tells of time on jobs. */
public final class Payroll {
    private static final String KIND = "job-timesheet";

    private Payroll() {}

    public static void bind(Book book) {
        Map<String, Filters.Filter> times = Map.of(
                "startedOn",
                (search, work, value) -> search.from("dispatchedOn", Filters.moment("startedOn", value)),
                "endedOn",
                (search, work, value) -> search.before("doneOn", Filters.moment("endedOn", value)));
        book.chapter("/payroll/v2")
                .list("jobs/timesheets", KIND, times)
                .list(
                        "jobs/{job}/timesheets",
                        KIND,
                        times,
                        (search, work) -> search.equal(
                                "jobId", work.world().get("job", work.id("job")).id()),
                        false)
                .export("export/jobs/timesheets", KIND)
                .list("timesheet-codes", "timesheet-code")
                .get("timesheet-codes/{id}", "timesheet-code")
                .export("export/timesheet-codes", "timesheet-code");
    }
}
