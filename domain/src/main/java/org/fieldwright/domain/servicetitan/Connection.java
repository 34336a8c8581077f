package org.fieldwright.domain.servicetitan;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * How the shop's tenant is reached. Its {@code toString} shows no secret.
 *
 * @param place which of ServiceTitan's environments, or an address of one's own
 * @param api where the API is, without a path, such as {@code https://api.servicetitan.io}
 * @param auth where tokens are given, without a path
 * @param tenant the tenant's number
 * @param clientId given by ServiceTitan for this application, tenant and environment
 * @param clientSecret secret
 * @param appKey the application's key; secret
 * @param applicationGuid the application's own id for external data; blank when it has none registered
 */
public record Connection(
        Place place,
        URI api,
        URI auth,
        long tenant,
        String clientId,
        String clientSecret,
        String appKey,
        String applicationGuid) {
    public Connection {
        requireNonNull(place, "place");
        requireNonNull(api, "api");
        requireNonNull(auth, "auth");
        requireNonNull(clientId, "clientId");
        requireNonNull(clientSecret, "clientSecret");
        requireNonNull(appKey, "appKey");
        requireNonNull(applicationGuid, "applicationGuid");
        if (tenant < 1) {
            throw new IllegalArgumentException("The tenant is a positive number.");
        }
    }

    /** Which ServiceTitan this is. */
    public enum Place {
        PRODUCTION("Production", "https://api.servicetitan.io", "https://auth.servicetitan.io"),
        INTEGRATION(
                "Integration", "https://api-integration.servicetitan.io", "https://auth-integration.servicetitan.io"),
        /** The sandbox, or whatever stands at an address of one's own. */
        OTHER("Another address", "", "");

        private final String inWords;
        private final String api;
        private final String auth;

        Place(String inWords, String api, String auth) {
            this.inWords = inWords;
            this.api = api;
            this.auth = auth;
        }

        public String inWords() {
            return inWords;
        }

        /** Where its API is; blank for {@link #OTHER}. */
        public String api() {
            return api;
        }

        /** Where its tokens are given; blank for {@link #OTHER}. */
        public String auth() {
            return auth;
        }
    }

    @Override
    public String toString() {
        return "Connection[" + place + ", tenant " + tenant + ", " + api + "]";
    }
}
