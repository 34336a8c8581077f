package org.fieldwright.web.servicetitan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.servicetitan.ConnectServiceTitan;
import org.fieldwright.domain.servicetitan.Connection;
import org.omnifaces.util.Faces;

/** The shop's account at ServiceTitan: entered, tried, kept, forgotten. */
@Named("connection")
@RequestScoped
public class ConnectionPage {
    private ConnectServiceTitan connect;

    private Optional<ConnectServiceTitan.Shown> kept;
    private Optional<ProbeView> probe = Optional.empty();
    private Connection.Place place;
    private String api;
    private String auth;
    private String tenant;
    private String clientId;
    private String clientSecret = "";
    private String appKey = "";
    private String applicationGuid;

    /** For the container's proxy. */
    protected ConnectionPage() {}

    @Inject
    public ConnectionPage(ConnectServiceTitan connect) {
        this.connect = connect;
        this.kept = Optional.empty();
        look();
    }

    /** Fills the form with what is kept; a submitted form is laid over it. */
    private void look() {
        kept = connect.current();
        place = kept.map(ConnectServiceTitan.Shown::place).orElse(Connection.Place.PRODUCTION);
        api = kept.map(ConnectServiceTitan.Shown::api).orElse("");
        auth = kept.map(ConnectServiceTitan.Shown::auth).orElse("");
        tenant = kept.map(shown -> Long.toString(shown.tenant())).orElse("");
        clientId = kept.map(ConnectServiceTitan.Shown::clientId).orElse("");
        applicationGuid = kept.map(ConnectServiceTitan.Shown::applicationGuid).orElse("");
    }

    public void test() {
        probe = Optional.of(new ProbeView(connect.test(draft())));
    }

    public void keep() {
        connect.keep(draft());
        clientSecret = "";
        appKey = "";
        look();
        say("Kept. From now on everything uses this connection.");
    }

    public void forget() {
        connect.forget();
        look();
        say("Forgotten, with its secrets. Nothing is read from ServiceTitan or sent there until there is another one.");
    }

    public void switchCapability() {
        Capability capability = Capability.valueOf(Faces.getRequestParameter("capability"));
        connect.change(capability, !connect.switchedOn().contains(capability));
    }

    private ConnectServiceTitan.Draft draft() {
        return new ConnectServiceTitan.Draft(
                place,
                api,
                auth,
                Long.parseLong(tenant.strip()),
                clientId,
                clientSecret,
                appKey,
                applicationGuid.strip());
    }

    private static void say(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
    }

    public boolean isConnected() {
        return kept.isPresent();
    }

    public ConnectServiceTitan.Shown getKept() {
        return kept.orElse(null);
    }

    public boolean isTried() {
        return probe.isPresent();
    }

    public ProbeView getProbe() {
        return probe.orElse(null);
    }

    public List<SwitchView> getSwitches() {
        var on = connect.switchedOn();
        return Stream.of(Capability.values())
                .map(capability -> new SwitchView(capability, on.contains(capability)))
                .toList();
    }

    public Connection.Place[] getPlaces() {
        return Connection.Place.values();
    }

    public Connection.Place getPlace() {
        return place;
    }

    public void setPlace(Connection.Place place) {
        this.place = place;
    }

    public String getApi() {
        return api;
    }

    public void setApi(String api) {
        this.api = api;
    }

    public String getAuth() {
        return auth;
    }

    public void setAuth(String auth) {
        this.auth = auth;
    }

    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getAppKey() {
        return appKey;
    }

    public void setAppKey(String appKey) {
        this.appKey = appKey;
    }

    public String getApplicationGuid() {
        return applicationGuid;
    }

    public void setApplicationGuid(String applicationGuid) {
        this.applicationGuid = applicationGuid;
    }
}
