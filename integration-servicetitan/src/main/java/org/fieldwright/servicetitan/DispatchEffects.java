package org.fieldwright.servicetitan;

import java.util.Set;
import java.util.TreeSet;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;

/** Who goes to an appointment. */
final class DispatchEffects {
    private final Line line;

    DispatchEffects(Line line) {
        this.line = line;
    }

    Receipt assign(Effect.Assign assign) {
        Set<Long> missing = new TreeSet<>(assign.technicianIds());
        missing.removeAll(assigned(assign.appointmentId()));
        return Once.brought(
                missing::isEmpty,
                () -> line.write(
                        Scopes.ASSIGNMENTS_WRITE,
                        clients -> clients.of(DispatchApi.class)
                                .assign(clients.tenant(), Bodies.technicians(assign.appointmentId(), missing))));
    }

    Receipt unassign(Effect.Unassign unassign) {
        Set<Long> there = new TreeSet<>(unassign.technicianIds());
        there.retainAll(assigned(unassign.appointmentId()));
        return Once.brought(
                there::isEmpty,
                () -> line.write(
                        Scopes.ASSIGNMENTS_WRITE,
                        clients -> clients.of(DispatchApi.class)
                                .unassign(clients.tenant(), Bodies.technicians(unassign.appointmentId(), there))));
    }

    private Set<Long> assigned(long appointmentId) {
        Set<Long> technicians = new TreeSet<>();
        // Looks at all of them: none is the one that is meant.
        Records.first(
                page -> line.read(
                        Scopes.ASSIGNMENTS,
                        clients -> clients.of(DispatchApi.class)
                                .assignments(clients.tenant(), Long.toString(appointmentId), page, Records.PAGE_SIZE)),
                found -> {
                    if (Records.number(found, "appointmentId") == appointmentId && found.getBoolean("active", true)) {
                        technicians.add(Records.number(found, "technicianId"));
                    }
                    return false;
                });
        return technicians;
    }
}
