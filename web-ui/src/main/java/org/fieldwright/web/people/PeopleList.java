package org.fieldwright.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.fieldwright.domain.people.ListedPerson;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.domain.people.PeopleQuery;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.people.Standing;
import org.fieldwright.domain.shared.PageOf;

/** The list of people; what it is narrowed to stands in the address. */
@Named("people")
@RequestScoped
public class PeopleList {
    private static final int ROWS = 50;

    @Inject
    private ManagePeople managePeople;

    private String search = "";
    private String role = "";
    private String standing = "";
    private int page = 1;
    private PageOf<ListedPerson> people;

    public List<PersonRow> getRows() {
        return people().rows().stream().map(PersonRow::new).toList();
    }

    public int getTotal() {
        return people().total();
    }

    public int getPages() {
        return Math.max(1, (getTotal() + ROWS - 1) / ROWS);
    }

    public boolean isNarrowed() {
        return !search.isBlank() || !role.isEmpty() || !standing.isEmpty();
    }

    public List<Role> getAllRoles() {
        return Roles.all();
    }

    public List<Standing> getAllStandings() {
        return List.of(Standing.values());
    }

    private PageOf<ListedPerson> people() {
        if (people == null) {
            PeopleQuery wanted = new PeopleQuery(
                    search,
                    Roles.named(role),
                    Stream.of(Standing.values())
                            .filter(known -> known.name().equals(standing))
                            .findFirst());
            people = managePeople.list(wanted, (page - 1) * ROWS, ROWS);
        }
        return people;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role == null ? "" : role;
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(String standing) {
        this.standing = standing == null ? "" : standing;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.clamp(page, 1, 1_000_000);
    }
}
