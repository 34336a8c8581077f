package org.fieldwright.edge;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own, which keeps cookies, takes HTML, and follows nothing by itself. */
final class Visitor {
    static final String SESSION = "fieldwright";
    static final String SECURE_SESSION = "__Host-fieldwright";
    static final String REMEMBERED = "fieldwright-remember";

    private static final Pattern HIDDEN = Pattern.compile("<input (?:[^>]* )?type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final URI portal;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    Visitor(URI portal) {
        this(portal, HttpClient.newBuilder());
    }

    Visitor(URI portal, HttpClient.Builder client) {
        this.portal = portal;
        this.client = client.cookieHandler(cookies).build();
    }

    /** Opens a page as a browser does. */
    HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Sends a form, as a page of the portal itself does. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        return send(form(path, fields).header("Origin", origin()));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The portal did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fills in the sign-in page and sends it. */
    HttpResponse<String> signIn(String email, String password, boolean remember) {
        Map<String, String> fields = new HashMap<>(Map.of("signIn:email", email, "signIn:password", password));
        if (remember) {
            fields.put("signIn:remember", "on");
        }
        return sendSignIn(open("signin").body(), fields);
    }

    /** Sends the form of a sign-in page with these fields changed. */
    HttpResponse<String> sendSignIn(String page, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("signIn", "signIn", "signIn:enter", "Sign in"));
        HIDDEN.matcher(page).results().forEach(hidden -> fields.put(in(hidden, NAME), in(hidden, VALUE)));
        fields.putAll(changed);
        return submit("signin", fields);
    }

    /** Whether the portal knows who this is. */
    boolean isIn() {
        return open("ask").statusCode() == 200;
    }

    String origin() {
        return portal.getScheme() + "://" + portal.getAuthority();
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Carries a cookie from elsewhere. */
    Visitor carrying(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(portal, cookie);
        return this;
    }

    void drop(String name) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(portal, cookie));
    }

    private static String in(MatchResult tag, Pattern attribute) {
        Matcher found = attribute.matcher(tag.group());
        return found.find() ? found.group(1) : "";
    }

    static Optional<String> location(HttpResponse<?> response) {
        return response.headers().firstValue("Location");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
