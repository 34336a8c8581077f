package org.fieldwright.launch.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Against a portal that answers as the contract of the REST interface says. */
class DemoManualsUploadTest {

    @RegisterExtension
    private static final WireMockExtension PORTAL = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final DemoManual MANUAL = new DemoManual(
            "a.pdf",
            "Furnace, Manual",
            "Maker & Sons",
            "GF-1, GF-2",
            () -> "%PDF-one".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder;

    private final List<String> news = new ArrayList<>();

    @Test
    void manuals_go_in_as_the_demo_administrator_with_title_maker_and_models() throws Exception {
        portalTakesManuals("ready");

        upload().run(List.of(MANUAL));

        PORTAL.verify(postRequestedFor(urlEqualTo("/api/v1/tokens"))
                .withRequestBody(
                        equalToJson("{\"email\":\"admin@demo.fieldwright\",\"password\":\"fieldwright-demo\"}")));
        PORTAL.verify(postRequestedFor(urlEqualTo("/api/v1/manuals"))
                .withHeader("Authorization", equalTo("Bearer abc"))
                .withAnyRequestBodyPart(aMultipart("title").withBody(equalTo("Furnace, Manual")))
                .withAnyRequestBodyPart(aMultipart("manufacturer").withBody(equalTo("Maker & Sons")))
                .withAnyRequestBodyPart(aMultipart("model").withBody(equalTo("GF-1, GF-2")))
                .withAnyRequestBodyPart(aMultipart("file")
                        .withHeader("Content-Disposition", containing("filename=\"a.pdf\""))
                        .withBody(equalTo("%PDF-one"))));
        assertThat(news.getLast()).startsWith("The demo manuals are ready");
    }

    @Test
    void the_second_start_uploads_nothing() throws Exception {
        portalTakesManuals("ready");
        upload().run(List.of(MANUAL));
        PORTAL.resetRequests();

        upload().run(List.of(MANUAL));

        PORTAL.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void it_waits_while_a_manual_is_being_read() throws Exception {
        portalTakesManuals("ready");
        PORTAL.stubFor(get(urlPathMatching("/api/v1/manuals/.*"))
                .inScenario("reading")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(jsonResponse("{\"state\":\"reading\"}", 200))
                .willSetStateTo("done"));
        PORTAL.stubFor(get(urlPathMatching("/api/v1/manuals/.*"))
                .inScenario("reading")
                .whenScenarioStateIs("done")
                .willReturn(jsonResponse("{\"state\":\"ready\"}", 200)));

        upload().run(List.of(MANUAL));

        assertThat(news.getLast()).startsWith("The demo manuals are ready");
    }

    @Test
    void a_manual_that_cannot_be_read_is_told() throws Exception {
        portalTakesManuals("failed");

        upload().run(List.of(MANUAL));

        assertThat(news.getLast()).startsWith("1 of 1 demo manuals could not be read");
    }

    @Test
    void a_portal_that_refuses_is_asked_again_at_the_next_start() throws Exception {
        PORTAL.stubFor(post("/api/v1/tokens").willReturn(status(503)));

        assertThatThrownBy(() -> upload().run(List.of(MANUAL)))
                .isInstanceOf(IOException.class)
                .hasMessage("the portal answered 503 to /api/v1/tokens");

        portalTakesManuals("ready");
        upload().run(List.of(MANUAL));
        PORTAL.verify(1, postRequestedFor(urlEqualTo("/api/v1/manuals")));
    }

    private static void portalTakesManuals(String state) {
        PORTAL.stubFor(post("/api/v1/tokens").willReturn(jsonResponse("{\"token\":\"abc\"}", 201)));
        PORTAL.stubFor(post("/api/v1/manuals").willReturn(jsonResponse("{\"id\":\"m1\",\"task\":\"m1\"}", 202)));
        PORTAL.stubFor(get("/api/v1/manuals/m1").willReturn(jsonResponse("{\"state\":\"" + state + "\"}", 200)));
    }

    private DemoManualsUpload upload() {
        return new DemoManualsUpload(
                URI.create(PORTAL.baseUrl() + "/"), folder.resolve("note"), news::add, Duration.ofMillis(10));
    }
}
