package org.fieldwright.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.staff.MapRoles;
import org.fieldwright.domain.staff.RoleDifference;
import org.omnifaces.util.Faces;

/**
 * What roles in ServiceTitan mean here, and what would change for whom. The boxes are read by their names, not by their rows: the lists may
 * have moved since they were drawn.
 */
@Named("staff")
@RequestScoped
public class StaffRolesPage {
    private static final String ROLES_OF = "roles-of-";

    @Inject
    private MapRoles mapRoles;

    @Inject
    private HandedLink handedLink;

    private List<MapRoles.Row> roles;
    private RoleDifference difference;
    private List<ManagePeople.Invited> invited = List.of();
    private boolean saved;
    private String done = "";

    public void decide() {
        Map<String, Set<Role>> wanted = new HashMap<>();
        roles().forEach(row -> wanted.put(
                row.role().key(),
                Roles.of(Faces.getRequestParameterValues(ROLES_OF + row.role().key()))));
        mapRoles.decide(wanted);
        saved = true;
        look();
    }

    public void apply() {
        Set<String> chosen = Stream.ofNullable(Faces.getRequestParameterValues("chosen"))
                .flatMap(Stream::of)
                .collect(Collectors.toSet());
        MapRoles.Applied applied = mapRoles.apply(Faces.getRequestParameter("seal"), chosen);
        invited = applied.invited();
        done = "Other roles: " + people(applied.changed()) + ". Let in: " + people(invited.size()) + ".";
        look();
    }

    private static String people(int count) {
        return count + (count == 1 ? " person" : " people");
    }

    /** Whether the meanings were just saved. */
    public boolean isSaved() {
        return saved;
    }

    /** What was just done; blank when nothing was. */
    public String getDone() {
        return done;
    }

    /** Whether anything has come from ServiceTitan. */
    public boolean isKnown() {
        return !roles().isEmpty();
    }

    /** Whether anybody has said what a role means. */
    public boolean isDecided() {
        return roles().stream().anyMatch(row -> row.decided().isPresent());
    }

    public List<StaffRoleRow> getRoles() {
        return roles().stream().map(StaffRoleRow::new).toList();
    }

    public List<RoleChangeRow> getChanges() {
        return difference().changes().stream().map(RoleChangeRow::new).toList();
    }

    public List<RoleDifference.LeftAlone> getLeftAlone() {
        return difference().leftAlone();
    }

    public String getSeal() {
        return difference().seal();
    }

    /** The links of those who were just let in; only now. */
    public List<Link> getLinks() {
        return invited.stream()
                .map(one -> new Link(one.person().id().toString(), one.person().name(), handedLink.to(one)))
                .toList();
    }

    /** A link to hand over. */
    public record Link(String id, String name, String address) {}

    private List<MapRoles.Row> roles() {
        if (roles == null) {
            roles = mapRoles.roles();
        }
        return roles;
    }

    private RoleDifference difference() {
        if (difference == null) {
            difference = mapRoles.difference();
        }
        return difference;
    }

    /** Reads how things are now. */
    private void look() {
        roles = null;
        difference = null;
    }
}
