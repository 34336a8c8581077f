package org.fieldwright.web.health;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;

/** One part as a watcher asks for it: up unless it is bad, with the facts that the administrator's page shows. */
abstract class ReadyWhenNotBad implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(ReadyWhenNotBad.class.getName());

    private final Part part;
    private final Instance<Checkup> checkups;

    ReadyWhenNotBad(Part part, Instance<Checkup> checkups) {
        this.part = part;
        this.checkups = checkups;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(part.key());
        try {
            return tell(answer, look());
        } catch (RuntimeException failure) {
            // The server asks before the portal is opened, too, and then there is nothing wrong with it.
            LOG.log(DEBUG, "looking at " + part.key() + " failed", failure);
            return answer.down()
                    .withData(
                            "warning",
                            "It could not be looked at: " + failure.getClass().getSimpleName() + ".")
                    .build();
        }
    }

    private Finding look() {
        return checkups.stream()
                .filter(checkup -> checkup.part() == part)
                .findFirst()
                .orElseThrow()
                .look();
    }

    private static HealthCheckResponse tell(HealthCheckResponseBuilder answer, Finding finding) {
        answer.status(finding.condition() != Condition.BAD);
        finding.facts().forEach(fact -> answer.withData(fact.name(), fact.value()));
        if (finding.condition() != Condition.GOOD) {
            answer.withData("warning", finding.sentence() + " " + finding.advice());
        }
        return answer.build();
    }
}
