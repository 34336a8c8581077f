package org.fieldwright.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fieldwright.domain.people.ManagePeople;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.frame.Ids;
import org.omnifaces.cdi.Param;

/** One person: what they are called, what they may do, how they come in. */
@Named("person")
@RequestScoped
public class PersonPage {
    @Inject
    private ManagePeople managePeople;

    @Inject
    private HandedLink handedLink;

    @Inject
    @Param(pathIndex = 0)
    private String idInAddress;

    private ManagePeople.Details details;
    private String name;
    private String[] roles;
    private Long version;
    private ManagePeople.Invited invited;

    public void save() {
        long read = version == null ? details().version() : version;
        managePeople.change(new ManagePeople.Change(id(), read, getName(), Roles.of(getRoles())));
        look("Saved.");
    }

    public void unlock() {
        managePeople.unlock(id());
        look("Unlocked. " + getName() + " can try again at once.");
    }

    public void resetPassword() {
        invited = managePeople.resetPassword(id());
        look("");
    }

    public void signOut() {
        managePeople.signOutEverywhere(id());
        look(getName() + " is signed out everywhere.");
    }

    public void disable() {
        managePeople.disable(id());
        look(getName() + " is disabled and signed out everywhere.");
    }

    public void enable() {
        managePeople.enable(id());
        look(getName() + " is enabled.");
    }

    public Person getPerson() {
        return details().person();
    }

    public StandingView getStanding() {
        return new StandingView(details().standing(), details().until());
    }

    public boolean isOneself() {
        return details().oneself();
    }

    public boolean isByProvider() {
        return details().byProvider();
    }

    public boolean isSeen() {
        return details().lastSignedIn().isPresent();
    }

    public Instant getLastSignedIn() {
        return details().lastSignedIn().orElseThrow();
    }

    public Instant getCreatedAt() {
        return details().createdAt();
    }

    public int getTokens() {
        return details().tokens();
    }

    public int getBrowsers() {
        return details().browsers();
    }

    /** What the roles they have allow, in words. */
    public List<String> getMay() {
        return getPerson().permissions().stream()
                .sorted()
                .map(Permission::inWords)
                .toList();
    }

    public List<Role> getAllRoles() {
        return Roles.all();
    }

    /** Whether a link was just made; it is shown only now. */
    public boolean isLinkMade() {
        return invited != null;
    }

    public String getLink() {
        return handedLink.to(invited);
    }

    public Instant getLinkEnds() {
        return invited.expiresAt();
    }

    /** Shows how things are now, whatever the form held. */
    private void look(String sentence) {
        details = null;
        name = null;
        roles = null;
        version = null;
        if (!sentence.isEmpty()) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
        }
    }

    private ManagePeople.Details details() {
        if (details == null) {
            details = managePeople.find(id());
        }
        return details;
    }

    private UUID id() {
        return Ids.uuid(idInAddress).orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no such person."));
    }

    public String getName() {
        return name == null ? getPerson().name() : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String[] getRoles() {
        return roles == null ? Roles.names(getPerson().roles()) : roles.clone();
    }

    public void setRoles(String... roles) {
        this.roles = roles.clone();
    }

    public long getVersion() {
        return version == null ? details().version() : version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
