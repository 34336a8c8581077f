package org.fieldwright.servicetitan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.servicetitan.ConnectionProbe.MissingScope;

/** The rights that the product uses, and what does not work without each. Those of the feeds stand with the feeds. */
final class Scopes {
    static final String CUSTOMERS = "tn.crm.customers:r";
    static final String CUSTOMERS_WRITE = "tn.crm.customers:w";
    static final String LOCATIONS = "tn.crm.locations:r";
    static final String LOCATIONS_WRITE = "tn.crm.locations:w";
    static final String BOOKINGS = "tn.crm.bookings:r";
    static final String BOOKINGS_WRITE = "tn.crm.bookings:w";
    static final String JOBS = "tn.jpm.jobs:r";
    static final String JOBS_WRITE = "tn.jpm.jobs:w";
    static final String ASSIGNMENTS = "tn.dis.appointmentassignments:r";
    static final String ASSIGNMENTS_WRITE = "tn.dis.appointmentassignments:w";
    static final String ESTIMATES = "tn.sal.estimates:r";
    static final String ESTIMATES_WRITE = "tn.sal.estimates:w";
    static final String INVOICES = "tn.acc.invoices:r";
    static final String INVOICES_WRITE = "tn.acc.invoices:w";
    static final String TASKS = "tn.tsm.tasks:r";
    static final String TASKS_WRITE = "tn.tsm.tasks:w";
    static final String FILES = "tn.frm.jobs:r";
    static final String FILES_WRITE = "tn.frm.jobs:w";
    static final String VISITS = "tn.mem.recurringserviceevents:r";
    static final String VISITS_WRITE = "tn.mem.recurringserviceevents:w";

    private static final Map<String, String> SENDING = Map.ofEntries(
            Map.entry(CUSTOMERS_WRITE, "Creating customers, their notes and tags"),
            Map.entry(LOCATIONS_WRITE, "Creating locations, their notes and tags"),
            Map.entry(BOOKINGS_WRITE, "Creating bookings"),
            Map.entry(JOBS_WRITE, "Creating jobs, their notes and tags"),
            Map.entry(ASSIGNMENTS_WRITE, "Assigning technicians"),
            Map.entry(ESTIMATES_WRITE, "Creating, selling and dismissing estimates"),
            Map.entry(INVOICES_WRITE, "Changing items of invoices"),
            Map.entry(TASKS, "Creating tasks once only"),
            Map.entry(TASKS_WRITE, "Creating tasks"),
            Map.entry(FILES, "Attaching files to jobs once only"),
            Map.entry(FILES_WRITE, "Attaching files to jobs"),
            Map.entry(VISITS_WRITE, "Marking visits of recurring services"));

    private Scopes() {}

    /** All rights that the product uses, sorted. */
    static Set<String> used() {
        Set<String> all = new TreeSet<>(SENDING.keySet());
        for (Feed feed : Feed.values()) {
            all.add(FeedPlace.of(feed).scope());
        }
        return all;
    }

    /** Those of them that are not among these, sorted, with what does not work without each. */
    static List<MissingScope> missing(Set<String> granted) {
        return used().stream()
                .filter(scope -> !granted.contains(scope))
                .map(scope -> new MissingScope(scope, needed(scope)))
                .toList();
    }

    private static String needed(String scope) {
        List<String> needs = new ArrayList<>();
        List<String> copied =
                FeedPlace.needing(scope).stream().map(Feed::inWords).toList();
        if (!copied.isEmpty()) {
            needs.add("Copying: " + String.join(", ", copied).toLowerCase(Locale.ROOT));
        }
        if (SENDING.containsKey(scope)) {
            needs.add(SENDING.get(scope));
        }
        return String.join("; ", needs);
    }
}
