package org.fieldwright.domain.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fieldwright.domain.job.JobQuery;
import org.fieldwright.domain.job.JobRecord;
import org.fieldwright.domain.job.JobRow;
import org.fieldwright.domain.job.Jobs;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.shared.jdbc.CountedStatements;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcJobsTest {
    private static final JobQuery ALL =
            new JobQuery("", Optional.empty(), Optional.empty(), JobQuery.Order.NEWEST, 0, 50);

    private final DataSource database = TestDatabase.fresh();
    private final CountedStatements counted = new CountedStatements(database);
    private final Jdbc jdbc = new Jdbc(counted);
    private final Jobs jobs = new JdbcJobs(jdbc);

    @BeforeEach
    void fill() {
        put(Kind.BUSINESS_UNIT, 2, "{'name': 'HVAC Service'}");
        put(Kind.BUSINESS_UNIT, 3, "{'name': 'Plumbing'}");
        put(Kind.JOB_TYPE, 5, "{'name': 'No heat'}");
        put(Kind.TAG_TYPE, 6, "{'name': 'Dog in yard'}");
        put(Kind.CUSTOMER, 7, "{'name': 'Pat Example'}");
        put(Kind.CUSTOMER, 70, "{'name': 'Patricia Example', 'mergedToId': 7}");
        put(Kind.CUSTOMER_CONTACT, 71, "{'customerId': 7, 'type': 'Phone', 'value': '217-555-0112'}");
        put(
                Kind.LOCATION,
                8,
                "{'customerId': 7, 'name': 'Home', 'address': {'street': '12 Elm St', 'city': 'Springfield', 'zip': '62701'}}");
        put(Kind.LOCATION_CONTACT, 81, "{'locationId': 8, 'type': 'MobilePhone', 'value': '217-555-0113'}");
        put(Kind.LOCATION_CONTACT, 82, "{'locationId': 8, 'type': 'Phone', 'value': '217-555-0112'}");
        job(100, "100-1", "Completed", 7, 2, "2026-03-01T10:00:00Z", "189.00");
        job(101, "101-1", "Scheduled", 70, 2, "2026-03-02T10:00:00Z", null);
        job(102, "102-1", "A new status", 9999, 3, "2026-03-03T10:00:00Z", "20.5");
        put(
                Kind.APPOINTMENT,
                500,
                "{'jobId': 100, 'appointmentNumber': '100-1-1', 'status': 'Done', 'start': '2026-03-01T14:00:00Z', 'end': '2026-03-01T16:00:00Z'}");
        put(
                Kind.ASSIGNMENT,
                600,
                "{'jobId': 100, 'appointmentId': 500, 'technicianId': 31, 'technicianName': 'Lee Fields'}");
        put(
                Kind.ASSIGNMENT,
                601,
                "{'jobId': 100, 'appointmentId': 500, 'technicianId': 32, 'technicianName': 'Kim Wright'}");
        put(
                Kind.JOB_NOTE,
                700,
                "{'jobId': 100, 'text': 'repl cap 45/5', 'isPinned': true, 'createdOn': '2026-03-01T15:00:00Z'}");
        put(
                Kind.JOB_HISTORY,
                100,
                "{'jobId': 100, 'history': [{'eventType': 'Job Booked', 'date': '2026-03-01T10:00:00Z'}]}");
        put(
                Kind.ESTIMATE,
                800,
                "{'jobId': 100, 'name': 'Better', 'status': {'value': 1, 'name': 'Sold'}, 'subtotal': 189}");
        put(
                Kind.INVOICE,
                900,
                "{'referenceNumber': '100-1', 'job': {'id': 100}, 'total': '189.00', 'balance': '89.00'}");
        put(
                Kind.INSTALLED_EQUIPMENT,
                950,
                "{'locationId': 8, 'name': 'Furnace', 'manufacturer': 'Northmere', 'model': 'NF-80', 'serialNumber': 'S1'}");
    }

    @Test
    void jobs_are_listed_newest_first_with_what_one_needs_to_know() {
        List<JobRow> rows = jobs.list(ALL);

        assertThat(rows).extracting(JobRow::number).containsExactly("102-1", "101-1", "100-1");
        assertThat(rows.getLast())
                .isEqualTo(new JobRow(
                        100,
                        "100-1",
                        "Completed",
                        "No heat",
                        "HVAC Service",
                        "Pat Example",
                        "12 Elm St",
                        "Springfield",
                        "Kim Wright, Lee Fields",
                        Optional.of(Instant.parse("2026-03-01T14:00:00Z")),
                        Optional.of(new BigDecimal("189.00")),
                        Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void a_job_whose_customer_was_merged_shows_the_customer_that_is_left() {
        assertThat(jobs.list(ALL).get(1).customer()).isEqualTo("Pat Example");
        assertThat(jobs.find("101-1").orElseThrow().mergedInto()).contains(7L);
    }

    @Test
    void a_job_of_a_customer_that_is_not_there_and_with_an_unknown_status_is_shown_as_it_is() {
        JobRow row = jobs.list(ALL).getFirst();

        assertThat(row.status()).isEqualTo("A new status");
        assertThat(row.customer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1",
        "100-1, 1",
        "10, 3",
        "elm, 3",
        "Pat exam, 2",
        "SPRINGFIELD, 3",
        "62701, 3",
        "elm oak, 0",
        "%, 0",
        "_00, 0",
        "& | !, 0",
    })
    void jobs_are_found_by_number_customer_and_address(String words, int found) {
        JobQuery query = new JobQuery(words, Optional.empty(), Optional.empty(), JobQuery.Order.NEWEST, 0, 50);

        assertThat(jobs.list(query)).hasSize(found);
        assertThat(jobs.count(query, 10)).isEqualTo(found);
    }

    @Test
    void a_list_is_narrowed_by_status_and_business_unit_and_turned_over() {
        JobQuery scheduled = new JobQuery("", Optional.of("Scheduled"), Optional.of(2L), JobQuery.Order.OLDEST, 0, 50);
        JobQuery second = new JobQuery("", Optional.empty(), Optional.empty(), JobQuery.Order.OLDEST, 1, 1);
        JobQuery largest = new JobQuery("", Optional.empty(), Optional.empty(), JobQuery.Order.LARGEST, 0, 50);

        assertThat(jobs.list(scheduled)).extracting(JobRow::number).containsExactly("101-1");
        assertThat(jobs.list(second)).extracting(JobRow::number).containsExactly("101-1");
        assertThat(jobs.list(largest)).extracting(JobRow::number).containsExactly("100-1", "102-1", "101-1");
        assertThat(jobs.count(ALL, 2)).isEqualTo(2);
        assertThat(jobs.businessUnits())
                .extracting(Jobs.BusinessUnit::name)
                .containsExactly("HVAC Service", "Plumbing");
    }

    @Test
    void the_record_of_a_job_holds_all_that_hangs_on_it() {
        JobRecord job = jobs.find("100-1").orElseThrow();

        assertThat(job.summary()).isEqualTo("No heat upstairs");
        assertThat(job.phones()).containsExactly("217-555-0113", "217-555-0112");
        assertThat(job.tags()).containsExactly("Dog in yard");
        assertThat(job.visits()).extracting(JobRecord.Visit::technicians).containsExactly("Lee Fields, Kim Wright");
        assertThat(job.notes()).extracting(JobRecord.Note::text).containsExactly("repl cap 45/5");
        assertThat(job.history()).extracting(JobRecord.Event::what).containsExactly("Job Booked");
        assertThat(job.estimates()).extracting(JobRecord.Offer::subtotal).containsExactly(new BigDecimal("189.00"));
        assertThat(job.invoice())
                .contains(new JobRecord.Bill(900, "100-1", new BigDecimal("189.00"), new BigDecimal("89.00")));
        assertThat(job.equipment()).extracting(JobRecord.Installed::model).containsExactly("NF-80");
        assertThat(jobs.find("nothing")).isEmpty();
    }

    @Test
    void a_page_of_the_list_takes_three_statements() throws SQLException {
        counted.reset();

        jobs.list(ALL);
        jobs.count(ALL, 10_000);
        jobs.businessUnits();

        assertThat(counted.statements()).isEqualTo(3);
    }

    private void job(long id, String number, String status, long customer, long unit, String created, String total) {
        put(
                Kind.JOB,
                id,
                "{'jobNumber': '%s', 'jobStatus': '%s', 'customerId': %d, 'locationId': 8, 'businessUnitId': %d, 'jobTypeId': 5, "
                                .formatted(number, status, customer, unit)
                        + "'createdOn': '%s', 'total': %s, 'summary': 'No heat upstairs', 'tagTypeIds': [6], 'invoiceId': 900, "
                                .formatted(created, total)
                        + "'lastAppointmentId': 500}");
    }

    private void put(Kind kind, long id, String json) {
        jdbc.update(
                "insert into mirror." + kind.table() + " (id, active, read_at, body) values (?, true, now(), ?::jsonb)",
                id,
                json.replace('\'', '"'));
    }
}
