package org.fieldwright.web.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.people.SignInByProvider.Proven;
import org.fieldwright.web.security.OidcSettings;
import org.fieldwright.web.security.Stumble;

/**
 * The shop's identity provider. It is asked who it is when the first person wants to sign in, not at start-up: the portal runs
 * without it.
 */
@ApplicationScoped
class OpenIdProvider {
    private OidcSettings settings;
    private Clock clock;
    private volatile KnownProvider known;

    /** For the container's proxy. */
    protected OpenIdProvider() {}

    @Inject
    OpenIdProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param back where the provider sends it afterwards
     */
    URI invitation(Started started, URI back) throws StumbledException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client(), back)
                .endpointURI(provider().metadata().getAuthorizationEndpointURI())
                .state(new State(started.state()))
                .nonce(new Nonce(started.nonce()))
                .codeChallenge(new CodeVerifier(started.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Turns the code that came back into who it is.
     *
     * @throws StumbledException when it does not prove anybody, or the provider does not answer
     */
    Proven prove(Started started, String code, URI back) throws StumbledException {
        KnownProvider provider = provider();
        try {
            OIDCTokens tokens = tokens(provider, started, code, back);
            IDTokenClaimsSet signed = verified(provider, tokens.getIDToken(), started);
            return Claims.of(signed, further(provider, signed, tokens)).proven(settings);
        } catch (KeySourceException | IOException silent) {
            throw new StumbledException(Stumble.UNREACHABLE, "the provider does not answer", silent);
        } catch (GeneralException | BadJOSEException | JOSEException wrong) {
            throw new StumbledException(Stumble.NOT_FINISHED, "the provider's answer proves nobody", wrong);
        }
    }

    private OIDCTokens tokens(KnownProvider provider, Started started, String code, URI back)
            throws IOException, GeneralException, StumbledException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(started.verifier()));
        URI endpoint = provider.metadata().getTokenEndpointURI();
        TokenRequest request = authentication(provider)
                .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client(), grant))
                .build();
        TokenResponse answer = OIDCTokenResponseParser.parse(KnownProvider.send(request.toHTTPRequest()));
        if (!answer.indicatesSuccess()) {
            throw new StumbledException(
                    Stumble.NOT_FINISHED,
                    "the provider refused the code: "
                            + answer.toErrorResponse().getErrorObject().getCode());
        }
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    }

    private Optional<ClientAuthentication> authentication(KnownProvider provider) {
        List<ClientAuthenticationMethod> ways = provider.metadata().getTokenEndpointAuthMethods();
        boolean inTheBody = ways != null
                && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return settings.clientSecret()
                .map(Secret::new)
                .map(secret ->
                        inTheBody ? new ClientSecretPost(client(), secret) : new ClientSecretBasic(client(), secret));
    }

    private static IDTokenClaimsSet verified(KnownProvider provider, JWT idToken, Started started)
            throws BadJOSEException, JOSEException, StumbledException {
        if (idToken == null) {
            throw new StumbledException(Stumble.NOT_FINISHED, "the provider sent no token that says who it is");
        }
        return provider.validator().validate(idToken, new Nonce(started.nonce()));
    }

    /** Some providers say more only when asked; what they say must be of the same person. */
    private Optional<ClaimsSet> further(KnownProvider provider, IDTokenClaimsSet signed, OIDCTokens tokens)
            throws IOException, GeneralException {
        URI endpoint = provider.metadata().getUserInfoEndpointURI();
        if (endpoint == null || signed.getClaim(settings.emailClaim()) != null) {
            return Optional.empty();
        }
        KnownProvider.checkSafe(endpoint, settings.issuer().orElseThrow());
        UserInfoRequest request = new UserInfoRequest(endpoint, tokens.getBearerAccessToken());
        UserInfoResponse answer = UserInfoResponse.parse(KnownProvider.send(request.toHTTPRequest()));
        UserInfo info = answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
        return Optional.ofNullable(info)
                .filter(about -> about.getSubject().equals(signed.getSubject()))
                .map(about -> about);
    }

    private ClientID client() {
        return new ClientID(settings.clientId().orElseThrow());
    }

    private KnownProvider provider() throws StumbledException {
        KnownProvider now = known;
        if (now == null || now.isOld(clock.instant())) {
            now = ask();
            known = now;
        }
        return now;
    }

    private KnownProvider ask() throws StumbledException {
        try {
            return KnownProvider.ask(
                    settings.issuer().orElseThrow(), settings.clientId().orElseThrow(), clock.instant());
        } catch (GeneralException | IOException silent) {
            throw new StumbledException(Stumble.UNREACHABLE, "the provider does not say who it is", silent);
        }
    }
}
