package org.fieldwright.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.people.ApiToken;
import org.fieldwright.domain.people.ApiTokens;
import org.fieldwright.web.frame.Ids;

/** The tokens by which programs act for somebody. */
@Named("tokens")
@RequestScoped
public class TokensForm {
    private static final int USUAL_DAYS = 30;

    @Inject
    private ApiTokens apiTokens;

    private String name = "";
    private String lifetime = "";
    private ApiTokens.Issued issued;
    private List<ApiToken> rows;

    public void issue() {
        issued = apiTokens.issue(name, chosen());
        name = "";
        rows = null;
    }

    public void revoke(String id) {
        Ids.uuid(id).ifPresent(apiTokens::revoke);
        rows = null;
    }

    public List<TokenRow> getRows() {
        if (rows == null) {
            rows = apiTokens.mine();
        }
        return rows.stream().map(TokenRow::new).toList();
    }

    private Optional<Duration> chosen() {
        return apiTokens.lifetimes().stream()
                .filter(offered -> offered.toString().equals(lifetime))
                .findFirst();
    }

    /** How long a token may be good, to choose from. */
    public List<Lifetime> getLifetimes() {
        return apiTokens.lifetimes().stream().map(Lifetime::new).toList();
    }

    /** Whether a token was just made; its secret is shown only now. */
    public boolean isIssued() {
        return issued != null;
    }

    public String getSecret() {
        return issued.secret();
    }

    public String getSecretName() {
        return issued.token().name();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getLifetime() {
        return lifetime.isEmpty() ? usual().toString() : lifetime;
    }

    public void setLifetime(String lifetime) {
        this.lifetime = lifetime == null ? "" : lifetime;
    }

    /** A month where that is offered. */
    private Duration usual() {
        List<Duration> offered = apiTokens.lifetimes();
        return offered.stream()
                .filter(choice -> choice.toDays() <= USUAL_DAYS)
                .reduce((shorter, longer) -> longer)
                .orElse(offered.getFirst());
    }
}
