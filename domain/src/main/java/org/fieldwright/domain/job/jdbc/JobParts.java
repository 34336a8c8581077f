package org.fieldwright.domain.job.jdbc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.job.JobRecord;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** What hangs on one job. */
final class JobParts {
    private final Jdbc jdbc;
    private final Head head;

    JobParts(Jdbc jdbc, Head head) {
        this.jdbc = jdbc;
        this.head = head;
    }

    JobRecord record() {
        return new JobRecord(
                head.row(),
                head.summary(),
                head.priority(),
                head.campaign(),
                head.completedOn(),
                head.customerId(),
                head.mergedInto(),
                head.locationId(),
                head.place(),
                phones(),
                tags(),
                visits(),
                notes(),
                history(),
                estimates(),
                head.invoiceId().flatMap(this::invoice),
                equipment(),
                !head.active());
    }

    /** Those of the location come first; a number that both have is named once. */
    private List<String> phones() {
        return jdbc.query("""
                        select value from (
                            select 1 as rank, id, value from mirror.location_contact
                            where location_id = ? and active and type in ('Phone', 'MobilePhone')
                            union all
                            select 2, id, value from mirror.customer_contact
                            where customer_id = ? and active and type in ('Phone', 'MobilePhone')) as contact
                        order by rank, id
                        """, row -> row.getString(1), head.locationId(), head.customerId()).stream()
                .distinct()
                .toList();
    }

    private List<String> tags() {
        return jdbc.query("""
                select coalesce(tag.body ->> 'name', '') from mirror.job,
                    jsonb_array_elements_text(case jsonb_typeof(job.body -> 'tagTypeIds') when 'array' then job.body -> 'tagTypeIds'
                        else '[]' end) as worn
                    join mirror.tag_type as tag on tag.id = worn.value::bigint
                where job.id = ? order by 1
                """, row -> row.getString(1), head.row().id());
    }

    private List<JobRecord.Visit> visits() {
        return jdbc.query(
                """
                select appointment.id, coalesce(appointment.body ->> 'appointmentNumber', ''), coalesce(appointment.status, ''),
                    appointment.starts_at, appointment.ends_at,
                    coalesce((select string_agg(assignment.body ->> 'technicianName', ', ' order by assignment.id)
                        from mirror.assignment where assignment.appointment_id = appointment.id and assignment.active), '')
                from mirror.appointment
                where job_id = ? and active and starts_at is not null and ends_at is not null order by starts_at, id
                """,
                row -> new JobRecord.Visit(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6)),
                head.row().id());
    }

    private List<JobRecord.Note> notes() {
        return jdbc.query(
                """
                select coalesce(body ->> 'text', ''), coalesce((body ->> 'isPinned')::boolean, false),
                    coalesce(mirror.utc(body ->> 'createdOn'), read_at)
                from mirror.job_note where job_id = ? and active order by 2 desc, 3 desc, id desc
                """,
                row -> new JobRecord.Note(
                        row.getString(1), row.getBoolean(2), row.getTimestamp(3).toInstant()),
                head.row().id());
    }

    private List<JobRecord.Event> history() {
        return jdbc.query(
                """
                select coalesce(event.value ->> 'eventType', ''), mirror.utc(event.value ->> 'date')
                from mirror.job_history,
                    jsonb_array_elements(case jsonb_typeof(body -> 'history') when 'array' then body -> 'history' else '[]' end) as event
                where job_history.id = ? and event.value ->> 'date' is not null order by 2
                """,
                row -> new JobRecord.Event(row.getString(1), row.getTimestamp(2).toInstant()),
                head.row().id());
    }

    private List<JobRecord.Offer> estimates() {
        return jdbc.query(
                """
                select id, coalesce(body ->> 'name', ''), coalesce(body #>> '{status,name}', ''),
                    coalesce((body ->> 'subtotal')::numeric, 0)
                from mirror.estimate where job_id = ? and active order by id
                """,
                row -> new JobRecord.Offer(
                        row.getLong(1), row.getString(2), row.getString(3), money(row.getBigDecimal(4))),
                head.row().id());
    }

    private Optional<JobRecord.Bill> invoice(long id) {
        return jdbc.first(
                "select id, coalesce(number, ''), coalesce(total, 0), coalesce(balance, 0) from mirror.invoice where id = ?",
                row -> new JobRecord.Bill(
                        row.getLong(1), row.getString(2), money(row.getBigDecimal(3)), money(row.getBigDecimal(4))),
                id);
    }

    private List<JobRecord.Installed> equipment() {
        return jdbc.query(
                """
                select id, coalesce(body ->> 'name', ''), coalesce(body ->> 'manufacturer', ''), coalesce(body ->> 'model', ''),
                    coalesce(body ->> 'serialNumber', '')
                from mirror.installed_equipment where (body ->> 'locationId')::bigint = ? and active order by id
                """,
                row -> new JobRecord.Installed(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                head.locationId());
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
