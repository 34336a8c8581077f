package org.fieldwright.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.job.JobQuery;
import org.fieldwright.domain.job.JobRow;
import org.fieldwright.domain.job.Jobs;
import org.fieldwright.domain.job.SeeJobs;
import org.fieldwright.domain.shared.PageOf;

/** The list of jobs; what it shows stands in its address. */
@Named("jobs")
@RequestScoped
public class JobsPage {
    private static final int ROWS = 50;
    private static final List<String> STATUSES =
            List.of("Scheduled", "Dispatched", "InProgress", "Hold", "Completed", "Canceled");

    private SeeJobs seeJobs;
    private String search = "";
    private String status = "";
    private String unit = "";
    private String sort = "";
    private int page = 1;
    private PageOf<JobRow> found;
    private List<Jobs.BusinessUnit> units;

    /** For the container's proxy. */
    protected JobsPage() {}

    @Inject
    public JobsPage(SeeJobs seeJobs) {
        this.seeJobs = seeJobs;
    }

    public List<JobView> getRows() {
        return found().rows().stream().map(JobView::new).toList();
    }

    /** Such as {@code 312 jobs}, {@code more than 10,000 jobs}. */
    public String getTotal() {
        int total = found().total();
        String count = String.format(Locale.ENGLISH, "%,d", total);
        return (total == SeeJobs.MOST_COUNTED ? "More than " + count : count) + (total == 1 ? " job" : " jobs");
    }

    public int getPages() {
        return Math.max(1, (found().total() + ROWS - 1) / ROWS);
    }

    public boolean isNarrowed() {
        return !(search.isBlank() && status.isEmpty() && unit.isEmpty());
    }

    public List<String> getStatuses() {
        return STATUSES;
    }

    public String words(String ofAStatus) {
        return JobView.words(ofAStatus);
    }

    public List<Jobs.BusinessUnit> getUnits() {
        if (units == null) {
            units = seeJobs.businessUnits();
        }
        return units;
    }

    public JobQuery.Order[] getOrders() {
        return JobQuery.Order.values();
    }

    private PageOf<JobRow> found() {
        if (found == null) {
            found = seeJobs.list(new JobQuery(
                    search,
                    Optional.of(status).filter(one -> !one.isEmpty()),
                    Optional.of(unit).filter(one -> one.matches("[0-9]{1,18}")).map(Long::valueOf),
                    order(),
                    (page - 1) * ROWS,
                    ROWS));
        }
        return found;
    }

    /** Any other word sorts as usual. */
    private JobQuery.Order order() {
        return Stream.of(JobQuery.Order.values())
                .filter(one -> one.name().equals(sort))
                .findFirst()
                .orElse(JobQuery.Order.NEWEST);
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status == null ? "" : status;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit == null ? "" : unit;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort == null ? "" : sort;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.clamp(page, 1, 100_000);
    }
}
