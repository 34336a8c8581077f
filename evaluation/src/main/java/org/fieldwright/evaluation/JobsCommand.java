package org.fieldwright.evaluation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fieldwright.domain.job.JobQuery;
import org.fieldwright.domain.job.Jobs;
import org.fieldwright.domain.job.SeeJobs;
import org.fieldwright.domain.job.jdbc.FilledJobs;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a page of the list of jobs takes, over a made-up shop in a PostgreSQL of its own that is gone afterwards. */
@Command(
        name = "jobs",
        description = "Times the list of jobs over as many made-up jobs as one wants.",
        mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {
    private static final int ROWS = 50;
    private static final int WARM_UP = 40;

    @Option(names = "--jobs", defaultValue = "100000", description = "How many jobs; 100000 if not said.")
    private int jobs;

    @Option(
            names = "--pages",
            defaultValue = "300",
            description = "How many pages of each kind are read; 300 if not said.")
    private int pages;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        if (jobs < 1000 || pages < 1) {
            throw new InputException("--jobs must be at least 1000, --pages at least 1.");
        }
        try (HikariDataSource database = pooled(TestDatabase.fresh())) {
            FilledJobs.fill(database, jobs);
            people.println("Filled with " + jobs + " jobs.");
            people.flush();
            Jobs list = FilledJobs.of(database);
            List<Metric> metrics = new ArrayList<>();
            kinds().forEach((kind, query) -> metrics.addAll(measured(kind, query, list)));
            Report.print(metrics, spec.commandLine().getOut(), people);
        }
        return 0;
    }

    /** As in the server: connections stay open. */
    private static HikariDataSource pooled(DataSource database) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(2);
        return new HikariDataSource(pool);
    }

    private Map<String, Function<Random, JobQuery>> kinds() {
        Map<String, Function<Random, JobQuery>> kinds = new LinkedHashMap<>();
        kinds.put("newest", chance -> query("", Optional.empty(), Optional.empty(), ROWS * chance.nextInt(20)));
        kinds.put(
                "by state", chance -> query("", Optional.of("Scheduled"), Optional.empty(), ROWS * chance.nextInt(5)));
        kinds.put("by state and unit", chance -> query("", Optional.of("Completed"), Optional.of(2L), 0));
        kinds.put(
                "by number",
                chance -> query("1" + (10000 + chance.nextInt(9000)), Optional.empty(), Optional.empty(), 0));
        kinds.put(
                "by customer", chance -> query("family" + chance.nextInt(7000), Optional.empty(), Optional.empty(), 0));
        kinds.put(
                "by address",
                chance -> query("street" + chance.nextInt(400) + " city", Optional.empty(), Optional.empty(), 0));
        return kinds;
    }

    private static JobQuery query(String words, Optional<String> status, Optional<Long> unit, int first) {
        return new JobQuery(words, status, unit, JobQuery.Order.NEWEST, first, ROWS);
    }

    /** All three statements of a page. */
    private List<Metric> measured(String kind, Function<Random, JobQuery> queries, Jobs list) {
        Random chance = new Random(7);
        for (int i = 0; i < WARM_UP; i++) {
            page(list, queries.apply(chance));
        }
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < pages; i++) {
            JobQuery query = queries.apply(chance);
            watch.time(() -> page(list, query));
        }
        Map<String, String> by = Map.of("list", kind);
        return List.of(
                new Metric("p50 ms", watch.within(0.5), pages, by),
                new Metric("p95 ms", watch.within(0.95), pages, by));
    }

    private static int page(Jobs list, JobQuery query) {
        return list.list(query).size()
                + list.count(query, SeeJobs.MOST_COUNTED)
                + list.businessUnits().size();
    }
}
