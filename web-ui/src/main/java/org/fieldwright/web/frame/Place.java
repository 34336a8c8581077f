package org.fieldwright.web.frame;

import java.util.List;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;

/**
 * A place of the product that stands in the navigation.
 *
 * @param name names it in templates, and its icon
 * @param word what people read
 * @param permission what one needs to be shown it
 */
public record Place(String name, String address, String word, Permission permission) {
    private static final List<Place> ALL = List.of(
            new Place("ask", "/ask", "Ask", Permission.ASK_MANUALS),
            new Place("jobs", "/jobs", "Jobs", Permission.SEE_JOBS),
            new Place("manuals", "/manuals", "Manuals", Permission.SEE_MANUALS),
            new Place("stock", "/stock", "Stock", Permission.SEE_JOBS),
            new Place("people", "/admin/people", "People", Permission.MANAGE_PEOPLE),
            new Place("health", "/admin/health", "Health", Permission.SEE_HEALTH),
            new Place("servicetitan", "/admin/servicetitan", "ServiceTitan", Permission.MANAGE_SERVICETITAN));

    static List<Place> all() {
        return ALL;
    }

    /** The places this person may enter, in the order of the rail; a phone has room for four. */
    static List<Place> openTo(Person person) {
        return ALL.stream().filter(place -> person.may(place.permission())).toList();
    }
}
