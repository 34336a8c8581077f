package org.fieldwright.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.fieldwright.domain.job.JobRecord;
import org.fieldwright.domain.job.SeeJobs;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** The record of one job. */
@Named("job")
@RequestScoped
public class JobPage {
    private SeeJobs seeJobs;
    private String number;
    private JobRecord record;

    /** For the container's proxy. */
    protected JobPage() {}

    @Inject
    public JobPage(SeeJobs seeJobs) {
        this.seeJobs = seeJobs;
    }

    public void open() {
        record = seeJobs.find(number)
                .orElseThrow(() -> new FaultException(
                        Fault.NOT_FOUND,
                        "There is no job of this number here. It may not have come from ServiceTitan yet."));
    }

    public JobRecord getRecord() {
        return record;
    }

    public JobView getView() {
        return new JobView(record.row());
    }

    public String words(String status) {
        return JobView.words(status);
    }

    public String tone(String status) {
        return JobView.tone(status);
    }

    public String icon(String status) {
        return JobView.icon(status);
    }

    public String money(BigDecimal amount) {
        return JobView.money(amount);
    }

    /** For a link that dials. */
    public String dial(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }

    public boolean isMerged() {
        return record.mergedInto().isPresent();
    }

    public boolean isBilled() {
        return record.invoice().isPresent();
    }

    public JobRecord.Bill getBill() {
        return record.invoice().orElse(null);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
