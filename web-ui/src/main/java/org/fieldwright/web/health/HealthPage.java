package org.fieldwright.web.health;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.HealthReport;
import org.fieldwright.domain.health.SeeHealth;
import org.fieldwright.domain.shared.InWords;

/** How the house is, part by part. */
@Named("health")
@RequestScoped
public class HealthPage {
    private SeeHealth seeHealth;
    private HealthReport report;

    /** For the container's proxy. */
    protected HealthPage() {}

    @Inject
    public HealthPage(SeeHealth seeHealth) {
        this.seeHealth = seeHealth;
    }

    /** Looks again. */
    public void look() {
        report = null;
    }

    public List<PartRow> getRows() {
        return report().findings().stream().map(PartRow::new).toList();
    }

    /** All in one sentence. */
    public String getHeadline() {
        long bad = report().count(Condition.BAD);
        long warned = report().count(Condition.WARN);
        if (bad > 0) {
            return InWords.count(bad, "part") + (bad == 1 ? " does" : " do") + " not work.";
        }
        return warned > 0
                ? InWords.count(warned, "part") + (warned == 1 ? " needs" : " need") + " care."
                : "All is well.";
    }

    /** The tone of the worst. */
    public String getTone() {
        if (report().count(Condition.BAD) > 0) {
            return PartRow.tone(Condition.BAD);
        }
        return PartRow.tone(report().count(Condition.WARN) > 0 ? Condition.WARN : Condition.GOOD);
    }

    public Instant getAt() {
        return report().at();
    }

    private HealthReport report() {
        if (report == null) {
            report = seeHealth.look();
        }
        return report;
    }
}
