package org.fieldwright.domain.job.jdbc;

import javax.sql.DataSource;
import org.fieldwright.domain.job.Jobs;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** A shop with as many made-up jobs as one wants, straight in the mirror: for measuring. */
public final class FilledJobs {
    private static final int JOBS_A_CUSTOMER = 4;

    private FilledJobs() {}

    /** The jobs of a database, as the product reads them. */
    public static Jobs of(DataSource database) {
        return new JdbcJobs(new Jdbc(database));
    }

    /** Fills an empty database: a customer, a location and a technician's assignment for every few jobs, an appointment each. */
    public static void fill(DataSource database, int jobs) {
        Jdbc jdbc = new Jdbc(database);
        int customers = Math.max(1, jobs / JOBS_A_CUSTOMER);
        jdbc.update("insert into mirror.business_unit (id, active, read_at, body)"
                + " select n, true, now(), jsonb_build_object('name', 'Unit ' || n) from generate_series(1, 4) n");
        jdbc.update("insert into mirror.job_type (id, active, read_at, body)"
                + " select n, true, now(), jsonb_build_object('name', 'Type ' || n) from generate_series(1, 20) n");
        jdbc.update("""
                insert into mirror.customer (id, active, read_at, body)
                select n, true, now(), jsonb_build_object('name', 'Given' || n % 900 || ' Family' || n % 7000)
                from generate_series(1, ?) n
                """, customers);
        jdbc.update("""
                insert into mirror.location (id, active, read_at, body)
                select n, true, now(), jsonb_build_object('customerId', n, 'name', 'Home', 'address', jsonb_build_object(
                    'street', n % 9000 || ' Street' || n % 400, 'city', 'City' || n % 30, 'zip', (10000 + n % 300)::text))
                from generate_series(1, ?) n
                """, customers);
        jdbc.update("""
                insert into mirror.job (id, active, modified_on, read_at, body)
                select n, true, now(), now(), jsonb_build_object('jobNumber', (100000 + n)::text, 'jobStatus',
                    (array['Scheduled', 'Dispatched', 'InProgress', 'Hold', 'Completed', 'Completed', 'Completed', 'Canceled'])[1 + n % 8],
                    'customerId', 1 + n % ?, 'locationId', 1 + n % ?, 'businessUnitId', 1 + n % 4, 'jobTypeId', 1 + n % 20,
                    'lastAppointmentId', n, 'total', n % 900, 'summary', 'Made up', 'tagTypeIds', '[]'::jsonb,
                    'createdOn', to_char(timestamp '2020-01-01' + n * interval '31 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                from generate_series(1, ?) n
                """, customers, customers, jobs);
        jdbc.update("""
                insert into mirror.appointment (id, active, read_at, body)
                select n, true, now(), jsonb_build_object('jobId', n, 'status', 'Done',
                    'start', to_char(timestamp '2020-01-02' + n * interval '31 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                    'end', to_char(timestamp '2020-01-02' + n * interval '33 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                from generate_series(1, ?) n
                """, jobs);
        jdbc.update("""
                insert into mirror.assignment (id, active, read_at, body)
                select n, true, now(), jsonb_build_object('jobId', n, 'appointmentId', n, 'technicianId', n % 40,
                    'technicianName', 'Technician ' || n % 40)
                from generate_series(1, ?) n
                """, jobs);
        jdbc.update("analyze");
    }
}
