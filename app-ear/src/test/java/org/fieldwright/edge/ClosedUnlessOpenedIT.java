package org.fieldwright.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.fieldwright.architecture.House;
import org.fieldwright.launch.LaunchedBundle;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has not signed in finds every door closed that was not opened on purpose. */
@ExtendWith(RunningPortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedUnlessOpenedIT {
    private static final Set<String> OPEN_VIEWS = Set.of("/signin", "/welcome");
    private static final Set<String> OPEN_OPERATIONS = Set.of("POST /api/v1/tokens");
    /** Nothing is there as long as no identity provider is. */
    private static final Set<String> OPEN_SERVLETS = Set.of("/signin/oidc", "/signin/oidc/back");

    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String AN_ID = "00000000-0000-4000-8000-000000000000";
    private static final String WAR = "server/fieldwright.war";

    private Portal portal;
    private RawHttp raw;

    @BeforeAll
    void open(Portal shared) {
        portal = shared;
        raw = new RawHttp(shared.address());
    }

    static Stream<String> views() throws IOException {
        return files().filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
                .map(name -> "/" + name.replaceFirst("\\.xhtml$", ""))
                .filter(view -> !OPEN_VIEWS.contains(view));
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_page_leads_to_the_sign_in_page(String view) {
        for (String address : List.of(view, view + ".xhtml", view + "/" + AN_ID)) {
            HttpResponse<String> answer = new Visitor(portal.address()).open(address);

            assertThat(answer.statusCode()).as(address).isEqualTo(302);
            assertThat(Visitor.location(answer).orElseThrow()).as(address).startsWith("/signin?next=%2F");
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_program_that_asks_for_a_page_is_told_to_sign_in(String view) {
        HttpResponse<String> answer = Program.without(portal.address()).get(view);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Program.contentType(answer)).isEqualTo("application/problem+json");
    }

    @Test
    void the_pages_that_were_looked_at_are_all_there_are() throws IOException {
        assertThat(views()).contains("/ask", "/manuals", "/page", "/admin/manuals", "/admin/health");
    }

    @Test
    void every_operation_of_the_api_wants_a_token() throws IOException {
        Set<String> operations = ApiDescription.written().operations();
        Program stranger = Program.without(portal.address()).withToken("fwt_" + "x".repeat(43));

        assertThat(operations).isNotEmpty().containsAll(OPEN_OPERATIONS);
        assertThat(operations.stream().filter(operation -> !OPEN_OPERATIONS.contains(operation)))
                .allSatisfy(operation -> {
                    for (Program program : List.of(stranger, Program.without(portal.address()))) {
                        HttpResponse<String> answer = call(program, operation);

                        assertThat(answer.statusCode()).as(operation).isEqualTo(401);
                        assertThat(Program.contentType(answer)).isEqualTo("application/problem+json");
                        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                                .hasValue("Bearer");
                    }
                });
    }

    @Test
    void every_resource_method_is_in_the_description_of_the_api() throws IOException {
        long methods = House.CLASSES.stream()
                .filter(resource -> resource.getPackageName().startsWith("org.fieldwright.web"))
                .filter(resource -> resource.isAnnotatedWith("jakarta.ws.rs.Path"))
                .filter(resource -> resource.getPackageName().startsWith("org.fieldwright.web"))
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .filter(ClosedUnlessOpenedIT::answersRequests)
                .count();

        assertThat(ApiDescription.written().operations()).hasSize(Math.toIntExact(methods));
    }

    @Test
    void every_servlet_of_ours_is_closed_too() throws IOException {
        List<String> addresses = House.CLASSES.stream()
                .flatMap(servlet -> servlet.tryGetAnnotationOfType("jakarta.servlet.annotation.WebServlet").stream())
                .flatMap(
                        mapping -> Arrays.stream((Object[]) mapping.get("value").orElseThrow()))
                .map(Object::toString)
                .toList();

        assertThat(addresses).contains("/problem", "/signout").containsAll(OPEN_SERVLETS);
        for (String address : addresses) {
            String answer = raw.answer("GET /" + address.replaceFirst("^/", ""));

            assertThat(RawHttp.status(answer)).as(address).isEqualTo(OPEN_SERVLETS.contains(address) ? 404 : 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi",
                "/openapi/",
                "/metrics",
                "/metrics/application",
                "/problem",
                "/signout",
                "/resources/css/tokens.css",
                "/resources/",
                "/admin/",
                "/health/anything",
                "/metrics;x",
                "/jakarta.faces.push/x",
                "/omnifaces.push/x",
                "/nothing/here",
                "/"
            })
    void an_address_that_is_nobodys_page_is_closed(String address) throws IOException {
        String answer = raw.answer("GET " + address, "X-Forwarded-For: 192.0.2.7");

        assertThat(RawHttp.status(answer)).as(address).isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin;/../admin/manuals",
                "/signin/..;/admin/manuals",
                "/signin/../admin/manuals",
                "/signin/%2e%2e/admin/manuals",
                "/%2e/admin/manuals",
                "/signin%2f..%2fadmin/manuals",
                "/signin%5c..%5cadmin/manuals",
                "/signin\\..\\admin\\manuals",
                "/signin%00",
                "/signin%0d%0aSet-Cookie:x=y",
                "/signin%252e",
                "//admin/manuals",
                "/admin//manuals",
                "/jakarta.faces.resource/../admin/manuals",
                "/jakarta.faces.resource/%2e%2e/admin/manuals",
                "/jakarta.faces.resource/;/admin/manuals",
                "/./ask"
            })
    void a_crooked_address_is_refused_and_shows_nothing(String address) throws IOException {
        String answer = raw.answer("GET " + address, "Accept: text/html");

        assertThat(RawHttp.status(answer)).as(address).isEqualTo(400);
        assertThat(answer).doesNotContain("Add manuals").doesNotContain("\tat ").doesNotContain("Set-Cookie: x=y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/%57EB-INF/web.xml",
                "/WEB-INF/",
                "/META-INF/MANIFEST.MF",
                "/META-INF/maven/org.fieldwright/web-ui/pom.xml",
                "/jakarta.faces.resource/../WEB-INF/web.xml",
                "/jakarta.faces.resource/%2e%2e/WEB-INF/web.xml",
                "/jakarta.faces.resource/web.xml?ln=../WEB-INF",
                "/jakarta.faces.resource/web.xml?ln=..%2fWEB-INF",
                "/jakarta.faces.resource/web.xml?con=../WEB-INF",
                "/WEB-INF/templates/frame.xhtml",
                "/ask.xhtml/../WEB-INF/web.xml"
            })
    void the_inside_of_the_application_is_nobodys_not_even_an_administrators(String address) throws IOException {
        Visitor administrator = new Visitor(portal.address());
        administrator.signIn(Portal.account("admin"), Portal.DEMO_PASSWORD, false);
        String session =
                Visitor.SESSION + "=" + administrator.cookie(Visitor.SESSION).orElseThrow();

        for (String cookie : List.of("none=", session)) {
            String answer = raw.answer("GET " + address, "Accept: */*", "Cookie: " + cookie);

            assertThat(RawHttp.status(answer)).as(address).isIn(400, 401, 404);
            assertThat(answer)
                    .doesNotContain("<web-app")
                    .doesNotContain("ui:insert")
                    .doesNotContain("Manifest-Version");
        }
    }

    @Test
    void a_folder_leads_only_to_itself_and_names_no_host() throws IOException {
        String answer = raw.exchange("GET /admin HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        String signIn = raw.exchange(
                "GET /ask HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("Location: /admin/\r\n").doesNotContain("evil");
        assertThat(signIn).contains("Location: /signin?next=%2Fask\r\n").doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "DEBUG", "FOO"})
    void only_the_usual_methods_are_answered(String method) throws IOException {
        String answer = raw.answer(method + " /signin", "X-Secret: echo me");

        assertThat(RawHttp.status(answer)).isIn(400, 405);
        assertThat(answer).doesNotContain("echo me");
    }

    @Test
    void health_is_for_this_machine_and_metrics_for_those_who_may() {
        Program here = Program.without(portal.address());
        Visitor technician = new Visitor(portal.address());
        technician.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);
        Visitor manager = new Visitor(portal.address());
        manager.signIn(Portal.account("manager"), Portal.DEMO_PASSWORD, false);

        assertThat(here.get("health/ready").statusCode()).isEqualTo(200);
        assertThat(here.send(here.request("health/ready").header("X-Forwarded-For", "192.0.2.7"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(here.get("metrics").statusCode()).isEqualTo(401);
        assertThat(technician.open("metrics").statusCode()).isEqualTo(403);
        assertThat(manager.open("metrics").statusCode()).isEqualTo(200);
        assertThat(manager.open("metrics").body()).contains("# TYPE");
    }

    @Test
    void the_description_of_the_api_is_for_whoever_is_signed_in_by_session_or_token() {
        Visitor technician = new Visitor(portal.address());
        technician.signIn(Portal.account("technician"), Portal.DEMO_PASSWORD, false);

        HttpResponse<String> inABrowser =
                technician.send(technician.request("openapi").header("Accept", "text/html"));
        HttpResponse<String> byToken = Program.of(portal, "technician").get("openapi");

        assertThat(inABrowser.statusCode()).isEqualTo(200);
        assertThat(Program.contentType(inABrowser)).isEqualTo("application/json");
        assertThat(byToken.statusCode()).isEqualTo(200);
        assertThat(byToken.body()).startsWith("openapi: 3.");
    }

    private static HttpResponse<String> call(Program program, String operation) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].substring(1).replace("{id}", AN_ID).replace("{number}", "1");
        boolean brings = parts[0].equals("POST");
        return program.send(program.request(path)
                .header("Content-Type", "application/json")
                .method(parts[0], brings ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
    }

    private static boolean answersRequests(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .anyMatch(type ->
                        type.getPackageName().equals("jakarta.ws.rs") && HTTP_METHODS.contains(type.getSimpleName()));
    }

    private static Stream<String> files() throws IOException {
        try (ZipFile war = new ZipFile(LaunchedBundle.folder().resolve(WAR).toFile())) {
            return war.stream().map(ZipEntry::getName).toList().stream();
        }
    }
}
