package org.fieldwright.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Role;

/** What stands around every page: who is here, where they may go, light or dark. */
@Named
@RequestScoped
public class Frame {
    private static final int IN_THE_BAR = 4;
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Set<String> DENSITIES = Set.of("comfortable");

    private static final List<String> DEMO_ACCOUNTS = Stream.of(
                    "technician", "dispatcher", "estimator", "billing", "manager", "admin")
            .map(name -> name + "@demo.fieldwright")
            .toList();

    private Optional<Person> person = Optional.empty();
    private String theme = "";
    private String density = "";
    private boolean demo;

    /** For the container's proxy. */
    protected Frame() {}

    @Inject
    Frame(CurrentPerson currentPerson, HttpServletRequest request, Config config) {
        this.person = currentPerson.find();
        this.theme = chosen("theme", THEMES, request.getCookies());
        this.density = chosen("density", DENSITIES, request.getCookies());
        this.demo = config.getOptionalValue("fieldwright.demo", Boolean.class).orElse(false);
    }

    private static String chosen(String name, Set<String> choices, Cookie... cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(choices::contains)
                .findFirst()
                .orElse("");
    }

    /** {@code light}, {@code dark}, or blank for what the system wants. */
    public String getTheme() {
        return theme;
    }

    /** {@code comfortable}, or blank for dense. */
    public String getDensity() {
        return density;
    }

    /** Whether accounts and manuals are made up; people must always see that. */
    public boolean isDemo() {
        return demo;
    }

    /** The accounts to try the portal with; shown only with demo data. */
    public List<String> getDemoAccounts() {
        return DEMO_ACCOUNTS;
    }

    public boolean isSignedIn() {
        return person.isPresent();
    }

    public String getName() {
        return person.map(Person::name).orElse("");
    }

    public String getEmail() {
        return person.map(Person::email).orElse("");
    }

    /** Up to two letters of the name. */
    public String getInitials() {
        return Stream.of(getName().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    public String getRoles() {
        return person.stream()
                .flatMap(known -> known.roles().stream())
                .sorted()
                .map(Role::inWords)
                .collect(Collectors.joining(", "));
    }

    public List<Place> getPlaces() {
        return person.map(Place::openTo).orElse(List.of());
    }

    /** The places for which a phone's bar has no room. */
    public List<Place> getFurtherPlaces() {
        return getPlaces().stream().skip(IN_THE_BAR).toList();
    }

    public boolean isManagesManuals() {
        return may(Permission.MANAGE_MANUALS);
    }

    private boolean may(Permission permission) {
        return person.filter(known -> known.may(permission)).isPresent();
    }
}
