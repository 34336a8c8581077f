package org.fieldwright.domain.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.UseCase;

/** Somebody looks for a job and opens it. */
@UseCase
public class SeeJobs {
    /** Beyond this many a list only says "more". */
    public static final int MOST_COUNTED = 10_000;

    private Jobs jobs;

    /** For the container's proxy. */
    protected SeeJobs() {}

    @Inject
    public SeeJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** One page; its total is counted up to {@link #MOST_COUNTED}. */
    @Requires(Permission.SEE_JOBS)
    public PageOf<JobRow> list(JobQuery query) {
        return new PageOf<>(jobs.list(query), query.first(), jobs.count(query, MOST_COUNTED));
    }

    @Requires(Permission.SEE_JOBS)
    public Optional<JobRecord> find(String number) {
        return jobs.find(number);
    }

    @Requires(Permission.SEE_JOBS)
    public List<Jobs.BusinessUnit> businessUnits() {
        return jobs.businessUnits();
    }
}
