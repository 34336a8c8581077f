package org.fieldwright.domain.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fieldwright.domain.people.Role;

/** What a role's name lets one expect. The administrator's role is never suggested: it is given by hand only. */
final class Suggestions {
    private static final List<Hint> HINTS = List.of(
            hint(Role.TECHNICIAN, "tech|install|helper|plumber|electrician|apprentice|maintenance"),
            hint(Role.DISPATCHER, "dispatch|\\bcsr\\b|customer service|call|booking|office"),
            hint(Role.ESTIMATOR, "sales|estimat|comfort advis"),
            hint(Role.BILLING, "account|billing|bookkeep|payable|receivable|finance|payroll"),
            hint(Role.MANAGER, "manager|supervis|owner|director|admin"));

    private Suggestions() {}

    private record Hint(Role role, Pattern words) {}

    static Set<Role> of(StaffRole role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        Set<Role> suggested = EnumSet.noneOf(Role.class);
        HINTS.stream().filter(hint -> hint.words().matcher(name).find()).forEach(hint -> suggested.add(hint.role()));
        return suggested;
    }

    private static Hint hint(Role role, String words) {
        return new Hint(role, Pattern.compile(words));
    }
}
