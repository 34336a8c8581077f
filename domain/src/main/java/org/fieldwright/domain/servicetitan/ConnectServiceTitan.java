package org.fieldwright.domain.servicetitan;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fieldwright.domain.people.CurrentPerson;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Person;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** An administrator connects the shop's tenant, tries the connection, and switches unlisted operations. */
@UseCase
public class ConnectServiceTitan {
    private Connections connections;
    private Capabilities capabilities;
    private ConnectionProbe probe;
    private CurrentPerson currentPerson;
    private Event<ConnectionChanged> changed;
    private Clock clock;

    /** For the container's proxy. */
    protected ConnectServiceTitan() {}

    @Inject
    public ConnectServiceTitan(
            Connections connections,
            Capabilities capabilities,
            ConnectionProbe probe,
            CurrentPerson currentPerson,
            Event<ConnectionChanged> changed,
            Clock clock) {
        this.connections = connections;
        this.capabilities = capabilities;
        this.probe = probe;
        this.currentPerson = currentPerson;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * What an administrator enters.
     *
     * @param api an address for {@link Connection.Place#OTHER}; not used otherwise
     * @param auth likewise; blank for the same as {@code api}
     * @param clientSecret blank to keep the one that is kept
     * @param appKey blank to keep the one that is kept
     * @param applicationGuid blank when none is registered
     */
    public record Draft(
            @NotNull(message = "Say which ServiceTitan it is.")
            Connection.Place place,

            @NotNull @Size(max = 500, message = "The address is too long.")
            String api,

            @NotNull @Size(max = 500, message = "The address is too long.")
            String auth,

            @Positive(message = "The tenant is a positive number.")
            long tenant,

            @NotBlank(message = "Enter the client id.") @Size(max = 200, message = "The client id is too long.")
            String clientId,

            @NotNull @Size(max = 500, message = "The client secret is too long.")
            String clientSecret,

            @NotNull @Size(max = 500, message = "The app key is too long.")
            String appKey,

            @NotNull
            @Pattern(
                    regexp = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                    message = "The application GUID has the form 12345678-1234-1234-1234-123456789abc.")
            String applicationGuid) {}

    /** The kept connection as it may be shown: without its secrets. */
    public record Shown(
            Connection.Place place,
            String api,
            String auth,
            long tenant,
            String clientId,
            String applicationGuid,
            String by,
            Instant at) {}

    @Requires(Permission.MANAGE_SERVICETITAN)
    public Optional<Shown> current() {
        return connections.current().map(ConnectServiceTitan::shown);
    }

    /** Tries it without keeping it. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    public ConnectionProbe.Result test(@NotNull @Valid Draft draft) {
        return probe.probe(complete(draft));
    }

    /** Keeps it; from then on everything uses it. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    @Transactional
    public void keep(@NotNull @Valid Draft draft) {
        long revision = connections.keep(complete(draft), person(), clock.instant());
        changed.fire(new ConnectionChanged(revision));
    }

    /** Forgets the connection and its secrets. Feeds and effects wait until there is another one. */
    @Requires(Permission.MANAGE_SERVICETITAN)
    @Transactional
    public void forget() {
        connections.forget();
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    public Set<Capability> switchedOn() {
        return capabilities.on();
    }

    @Requires(Permission.MANAGE_SERVICETITAN)
    @Transactional
    public void change(@NotNull Capability capability, boolean on) {
        capabilities.change(capability, on, person(), clock.instant());
    }

    private Connection complete(Draft draft) {
        Optional<Connection> kept = connections.current().map(Connections.Kept::connection);
        boolean other = draft.place() == Connection.Place.OTHER;
        URI api = address(other ? draft.api() : draft.place().api());
        URI auth = other && draft.auth().isBlank()
                ? api
                : address(other ? draft.auth() : draft.place().auth());
        // a kept secret is never sent to a host it was not entered for
        Optional<Connection> sameHosts =
                kept.filter(before -> before.api().equals(api) && before.auth().equals(auth));
        return new Connection(
                draft.place(),
                api,
                auth,
                draft.tenant(),
                draft.clientId().strip(),
                entered(draft.clientSecret(), sameHosts.map(Connection::clientSecret), "client secret"),
                entered(draft.appKey(), sameHosts.map(Connection::appKey), "app key"),
                draft.applicationGuid().strip());
    }

    private static String entered(String text, Optional<String> kept, String what) {
        if (!text.isBlank()) {
            return text.strip();
        }
        return kept.orElseThrow(() -> new FaultException(Fault.INVALID, "Enter the " + what + " of this connection."));
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.strip().replaceFirst("/+$", ""));
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new FaultException(Fault.INVALID, NO_ADDRESS, notAnAddress);
        }
        throw new FaultException(Fault.INVALID, NO_ADDRESS);
    }

    private static final String NO_ADDRESS = "Enter an address like https://servicetitan.example.";

    private static Shown shown(Connections.Kept kept) {
        Connection connection = kept.connection();
        return new Shown(
                connection.place(),
                connection.api().toString(),
                connection.auth().toString(),
                connection.tenant(),
                connection.clientId(),
                connection.applicationGuid(),
                kept.by(),
                kept.at());
    }

    private String person() {
        return currentPerson.find().map(Person::email).orElseThrow();
    }
}
