package org.fieldwright.servicetitan;

import dev.failsafe.TimeoutExceededException;
import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.fieldwright.domain.servicetitan.Connection;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** Says what went wrong with a call, in words for people. */
final class Troubles {
    private static final String BY_ITSELF = " It is tried again by itself.";

    private Troubles() {}

    static ServiceTitanException notSetUp() {
        return new ServiceTitanException(
                Trouble.NOT_SET_UP,
                "No connection to ServiceTitan is set up. An administrator can do that in the settings.");
    }

    /**
     * They are left alone for a while.
     *
     * @param last what was said of the last failure; blank when unknown
     */
    static ServiceTitanException resting(Duration pause, String last) {
        return new ServiceTitanException(
                Trouble.RESTING,
                "ServiceTitan failed several times in a row and is left alone for a while."
                        + (last.isBlank() ? BY_ITSELF : " The last time: " + last),
                "",
                false,
                Optional.of(pause),
                null);
    }

    static ServiceTitanException unreadable(String what, boolean perhapsDone) {
        return unreadable(what, perhapsDone, null);
    }

    private static ServiceTitanException unreadable(String what, boolean perhapsDone, Throwable cause) {
        return new ServiceTitanException(
                Trouble.UNREADABLE,
                "ServiceTitan's answer could not be understood: " + what + ".",
                "",
                perhapsDone,
                Optional.empty(),
                cause);
    }

    /**
     * @param failure what a call ended with
     * @param scope the right that the call needs
     * @param changes whether the call was to change something there
     */
    static ServiceTitanException of(Throwable failure, Connection connection, String scope, boolean changes) {
        return of(failure, connection, connection.api(), scope, changes);
    }

    private static ServiceTitanException of(
            Throwable failure, Connection connection, URI asked, String scope, boolean changes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ServiceTitanException known -> {
                    return known;
                }
                case Refused refused -> {
                    return refused(refused, connection, asked, scope, changes);
                }
                case ConnectException none -> {
                    return unreachable(asked, false, none);
                }
                case UnknownHostException none -> {
                    return unreachable(asked, false, none);
                }
                case UnresolvedAddressException none -> {
                    return unreachable(asked, false, none);
                }
                case HttpConnectTimeoutException none -> {
                    return unreachable(asked, false, none);
                }
                case SSLHandshakeException distrusted -> {
                    return new ServiceTitanException(
                            Trouble.UNREACHABLE,
                            "The server at " + asked.getHost()
                                    + " could not prove who it is (its certificate is not trusted).",
                            "",
                            false,
                            Optional.empty(),
                            distrusted);
                }
                case HttpTimeoutException late -> {
                    return late(changes, late);
                }
                case TimeoutExceededException late -> {
                    return late(changes, late);
                }
                case JsonException broken -> {
                    return unreadable("it is empty or breaks off", changes, broken);
                }
                case IOException broken -> {
                    return unreachable(asked, changes, broken);
                }
                case InterruptedException stopped -> {
                    return unreachable(asked, changes, stopped);
                }
                default -> {}
            }
        }
        if (failure instanceof ProcessingException || failure instanceof ClassCastException) {
            return unreadable("it is not what was asked for", changes, failure);
        }
        throw new IllegalStateException("a call failed in a way that nobody foresaw", failure);
    }

    /** The same for the sign-in, where a refusal means the credentials and a missing page a wrong address. */
    static ServiceTitanException ofSignIn(Throwable failure, Connection connection) {
        ServiceTitanException said = of(failure, connection, connection.auth(), "", false);
        return switch (said.trouble()) {
            case REJECTED, SIGN_IN_REFUSED, SCOPE_MISSING, OTHER_TENANT, APP_KEY_REFUSED ->
                new ServiceTitanException(
                        Trouble.SIGN_IN_REFUSED, signInRefused(), said.traceId(), false, Optional.empty(), said);
            case NOT_FOUND ->
                new ServiceTitanException(
                        Trouble.UNREACHABLE,
                        "There is no sign-in of ServiceTitan at "
                                + connection.auth().getHost() + ". Compare the address.",
                        said.traceId(),
                        false,
                        Optional.empty(),
                        said);
            default -> said;
        };
    }

    private static ServiceTitanException late(boolean changes, Throwable cause) {
        return new ServiceTitanException(
                Trouble.TIMED_OUT,
                "ServiceTitan gave no answer in time." + BY_ITSELF,
                "",
                changes,
                Optional.empty(),
                cause);
    }

    private static ServiceTitanException unreachable(URI asked, boolean perhapsDone, Throwable cause) {
        return new ServiceTitanException(
                Trouble.UNREACHABLE,
                perhapsDone
                        ? "The connection to ServiceTitan broke off before the answer was complete." + BY_ITSELF
                        : "ServiceTitan cannot be reached at "
                                + asked.getHost()
                                + ". See that the address is right and that this server has a way there." + BY_ITSELF,
                "",
                perhapsDone,
                Optional.empty(),
                cause);
    }

    private static ServiceTitanException refused(
            Refused refused, Connection connection, URI asked, String scope, boolean changes) {
        return switch (refused.status()) {
            case Refused.NO_JSON -> unreadable("it is a page and no JSON", changes, refused);
            case 400 -> told(Trouble.REJECTED, refused, "ServiceTitan did not accept what was sent" + said(refused));
            case 401 -> unknownTo(refused);
            case 403 ->
                refused.speaksOf("tenant")
                        ? told(Trouble.OTHER_TENANT, refused, otherTenant(connection))
                        : refused.speaksOf("app key") || refused.speaksOf("app-key")
                                ? told(Trouble.APP_KEY_REFUSED, refused, appKey())
                                : told(Trouble.SCOPE_MISSING, refused, scopeMissing(scope));
            case 404 -> told(Trouble.NOT_FOUND, refused, "ServiceTitan has no such record (any more).");
            case 408 -> late(changes, refused);
            case 409 ->
                told(Trouble.CONFLICT, refused, "The record's state in ServiceTitan does not allow it" + said(refused));
            case 429 ->
                new ServiceTitanException(
                        Trouble.THROTTLED,
                        "ServiceTitan asks for fewer calls." + BY_ITSELF,
                        refused.traceId(),
                        false,
                        refused.askedToWait(),
                        refused);
            default -> other(refused, asked, changes);
        };
    }

    private static ServiceTitanException other(Refused refused, URI asked, boolean changes) {
        if (refused.status() >= 500) {
            return new ServiceTitanException(
                    Trouble.THEIR_FAULT,
                    "ServiceTitan has a fault of its own (" + refused.status() + ")." + BY_ITSELF,
                    refused.traceId(),
                    changes,
                    refused.askedToWait(),
                    refused);
        }
        if (refused.status() < 400) {
            return told(
                    Trouble.UNREADABLE,
                    refused,
                    "The server at " + asked.getHost() + " sends us elsewhere: that is not ServiceTitan's address.");
        }
        return told(
                Trouble.REJECTED,
                refused,
                "ServiceTitan did not accept what was sent (" + refused.status() + ")" + said(refused));
    }

    private static ServiceTitanException unknownTo(Refused refused) {
        return refused.speaksOf("app key") || refused.speaksOf("app-key") || refused.speaksOf("application key")
                ? told(Trouble.APP_KEY_REFUSED, refused, appKey())
                : told(Trouble.SIGN_IN_REFUSED, refused, signInRefused());
    }

    static String signInRefused() {
        return "ServiceTitan does not accept the client id and secret. The secret may have expired: enter a new one in the"
                + " settings of the connection.";
    }

    static String appKey() {
        return "ServiceTitan does not accept the application key. Compare it with the one in their developer portal.";
    }

    static String otherTenant(Connection connection) {
        return "These credentials are not for tenant " + connection.tenant()
                + ". Compare the tenant's number with the one in ServiceTitan's settings.";
    }

    static String scopeMissing(String scope) {
        return "The right " + scope
                + " is missing. Tick it for the application in ServiceTitan's developer portal, and let an administrator of"
                + " the tenant allow the application once more.";
    }

    private static ServiceTitanException told(Trouble trouble, Refused refused, String sentence) {
        return new ServiceTitanException(trouble, sentence, refused.traceId(), false, refused.askedToWait(), refused);
    }

    private static String said(Refused refused) {
        String fields = refused.errors().entrySet().stream()
                .map(field ->
                        (field.getKey().isBlank() ? "" : field.getKey() + ": ") + String.join(", ", field.getValue()))
                .collect(Collectors.joining("; "));
        String words = fields.isBlank() ? refused.title() : fields;
        return words.isBlank() ? "." : ": " + words + (words.endsWith(".") ? "" : ".");
    }
}
