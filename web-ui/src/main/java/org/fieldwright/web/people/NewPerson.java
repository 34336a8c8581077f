package org.fieldwright.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.domain.people.Role;

/** The form that lets somebody new in. */
@Named("newPerson")
@RequestScoped
public class NewPerson {
    @Inject
    private ManagePeople managePeople;

    @Inject
    private HandedLink handedLink;

    private String email = "";
    private String name = "";
    private String[] roles = {Role.TECHNICIAN.name()};
    private ManagePeople.Invited invited;

    public void add() {
        invited = managePeople.create(new ManagePeople.Newcomer(email, name, Roles.of(roles)));
    }

    public List<Role> getAllRoles() {
        return Roles.all();
    }

    /** Whether somebody was just let in; only then there is a link, and only now. */
    public boolean isDone() {
        return invited != null;
    }

    public String getInvitedName() {
        return invited.person().name();
    }

    public String getInvitedAddress() {
        return "/admin/person/" + invited.person().id();
    }

    public String getLink() {
        return handedLink.to(invited);
    }

    public Instant getLinkEnds() {
        return invited.expiresAt();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String... roles) {
        this.roles = roles.clone();
    }
}
