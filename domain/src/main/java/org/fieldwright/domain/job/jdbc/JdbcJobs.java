package org.fieldwright.domain.job.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.job.JobQuery;
import org.fieldwright.domain.job.JobRecord;
import org.fieldwright.domain.job.JobRow;
import org.fieldwright.domain.job.Jobs;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** A page of jobs is chosen by an index first, and only its rows are joined with what hangs on them. */
@ApplicationScoped
class JdbcJobs implements Jobs {
    /** What a row shows of a job, once the job is chosen. */
    private static final String ROW = """
            chosen.id, coalesce(chosen.job_number, '') as number, coalesce(chosen.job_status, '') as status,
            coalesce(job_type.name, '') as job_type, coalesce(unit.name, '') as unit,
            coalesce(merged.name, customer.name, '') as customer,
            coalesce(location.street, '') as street, coalesce(location.city, '') as city,
            coalesce((select string_agg(distinct assignment.body ->> 'technicianName', ', ') from mirror.assignment
                where assignment.job_id = chosen.id and assignment.active), '') as technicians,
            appointment.starts_at, chosen.total, coalesce(chosen.created_on, chosen.read_at) as created_on
            """;

    private static final String JOINED = """
            left join mirror.customer on customer.id = chosen.customer_id
            left join mirror.customer as merged on merged.id = customer.merged_to_id
            left join mirror.location on location.id = chosen.location_id
            left join mirror.job_type on job_type.id = chosen.job_type_id
            left join mirror.business_unit as unit on unit.id = chosen.business_unit_id
            left join mirror.appointment on appointment.id = chosen.last_appointment_id
            """;

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcJobs() {}

    @Inject
    JdbcJobs(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<JobRow> list(JobQuery query) {
        Conditions conditions = Conditions.of(query);
        String order = order(query.order());
        return jdbc.query(
                "with chosen as materialized (select job.* from mirror.job" + conditions.where() + " order by " + order
                        + " offset ? limit ?) select " + ROW + " from chosen " + JOINED + " order by "
                        + order.replace("job.", "chosen."),
                JdbcJobs::row,
                conditions.with(query.first(), query.max()));
    }

    @Override
    public int count(JobQuery query, int most) {
        Conditions conditions = Conditions.of(query);
        return jdbc.first(
                        "select count(*) from (select 1 from mirror.job" + conditions.where() + " limit ?) as counted",
                        row -> row.getInt(1),
                        conditions.with(most))
                .orElse(0);
    }

    private static String order(JobQuery.Order order) {
        return switch (order) {
            case NEWEST -> "job.created_on desc, job.id desc";
            case OLDEST -> "job.created_on, job.id";
            case LARGEST -> "job.total desc nulls last, job.id desc";
        };
    }

    @Override
    public List<BusinessUnit> businessUnits() {
        return jdbc.query(
                "select id, coalesce(name, '') from mirror.business_unit where active order by 2, 1",
                row -> new BusinessUnit(row.getLong(1), row.getString(2)));
    }

    @Override
    public Optional<JobRecord> find(String number) {
        return jdbc.first(
                        "with chosen as (select * from mirror.job where job_number = ? order by active desc, id desc limit 1) select "
                                + ROW + ", chosen.customer_id, customer.merged_to_id, chosen.location_id,"
                                + " coalesce(location.name, '') as place, chosen.completed_on, chosen.active,"
                                + " coalesce(chosen.body ->> 'summary', '') as summary,"
                                + " coalesce(chosen.body ->> 'priority', '') as priority,"
                                + " coalesce((select body ->> 'name' from mirror.campaign"
                                + " where id = (chosen.body ->> 'campaignId')::bigint), '') as campaign,"
                                + " chosen.invoice_id from chosen " + JOINED,
                        Head::read,
                        number)
                .map(head -> new JobParts(jdbc, head).record());
    }

    static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("status"),
                row.getString("job_type"),
                row.getString("unit"),
                row.getString("customer"),
                row.getString("street"),
                row.getString("city"),
                row.getString("technicians"),
                Jdbc.instant(row, "starts_at"),
                Optional.ofNullable(row.getBigDecimal("total")),
                row.getTimestamp("created_on").toInstant());
    }

    /** What narrows a list, as SQL with its parameters. */
    private record Conditions(String where, List<Object> parameters) {
        static Conditions of(JobQuery query) {
            List<String> conditions = new ArrayList<>(List.of("job.active"));
            List<Object> parameters = new ArrayList<>();
            query.status().ifPresent(status -> {
                conditions.add("job.job_status = ?");
                parameters.add(status);
            });
            query.businessUnit().ifPresent(unit -> {
                conditions.add("job.business_unit_id = ?");
                parameters.add(unit);
            });
            String words = query.words().strip().toLowerCase(Locale.ROOT);
            if (!words.isEmpty()) {
                conditions.add(
                        "(job.job_number like ?"
                                + " or job.customer_id = any(array(select id from mirror.customer where words @@ to_tsquery('simple', ?)))"
                                + " or job.location_id = any(array(select id from mirror.location where words @@ to_tsquery('simple', ?))))");
                parameters.add(words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
                parameters.add(beginnings(words));
                parameters.add(beginnings(words));
            }
            return new Conditions(" where " + String.join(" and ", conditions), parameters);
        }

        /** Every word, or at least its beginning. */
        private static String beginnings(String words) {
            return Stream.of(words.split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word + ":*")
                    .collect(Collectors.joining(" & "));
        }

        Object[] with(Object... further) {
            return Stream.concat(parameters.stream(), Stream.of(further)).toArray();
        }
    }
}
