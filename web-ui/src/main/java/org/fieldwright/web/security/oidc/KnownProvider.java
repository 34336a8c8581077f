package org.fieldwright.web.security.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a provider says of itself, and what checks its signatures. No redirect is followed: what is asked for is at the address the
 * shop has named, or nowhere.
 *
 * @param readAt when the provider was asked
 */
record KnownProvider(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant readAt) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int LARGEST_KEYS = 256 * 1024;

    /** Asks the provider who it is. */
    static KnownProvider ask(URI issuer, String clientId, Instant now) throws IOException, GeneralException {
        Issuer named = new Issuer(issuer);
        HTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, OIDCProviderMetadata.resolveURL(named)));
        answer.ensureStatusCode(HttpURLConnection.HTTP_OK);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
        if (!metadata.getIssuer().equals(named)) {
            throw new GeneralException("the provider calls itself " + metadata.getIssuer());
        }
        for (URI endpoint : List.of(
                required(metadata.getAuthorizationEndpointURI()),
                required(metadata.getTokenEndpointURI()),
                required(metadata.getJWKSetURI()))) {
            checkSafe(endpoint, issuer);
        }
        return new KnownProvider(metadata, validator(metadata, clientId), now);
    }

    private static URI required(URI endpoint) throws GeneralException {
        if (endpoint == null) {
            throw new GeneralException("the provider names no endpoint for authorization, tokens or keys");
        }
        return endpoint;
    }

    static void checkSafe(URI endpoint, URI issuer) throws GeneralException {
        if (!Objects.equals(endpoint.getScheme(), "https") && !Objects.equals(issuer.getScheme(), "http")) {
            throw new GeneralException("the provider names an endpoint without https");
        }
    }

    private static IDTokenValidator validator(OIDCProviderMetadata metadata, String clientId) throws IOException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), new Keys())
                .refreshAheadCache(false)
                .build();
        // Only signatures by a key pair of the provider count: no "none", and nothing made with the client's secret.
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
        return new IDTokenValidator(
                metadata.getIssuer(), new ClientID(clientId), new JWSVerificationKeySelector<>(algorithms, keys), null);
    }

    boolean isOld(Instant now) {
        return readAt.plus(GOOD_FOR).isBefore(now);
    }

    static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        request.setReadTimeout(Math.toIntExact(READ.toMillis()));
        request.setFollowRedirects(false);
        return request.send();
    }

    /** Fetches keys, as carefully as everything else. */
    private static final class Keys extends DefaultResourceRetriever {
        Keys() {
            super(Math.toIntExact(CONNECT.toMillis()), Math.toIntExact(READ.toMillis()), LARGEST_KEYS);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
