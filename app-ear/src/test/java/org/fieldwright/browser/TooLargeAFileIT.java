package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.fieldwright.launch.GuardedPortal;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.SecondPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a portal that accepts no more than one megabyte. */
@ExtendWith({Chromium.IsHere.class, SecondPortal.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TooLargeAFileIT {
    private static final int BYTES = 3 * 1024 * 1024;

    private Chromium chromium;
    private AdminManualsPage manuals;

    @BeforeAll
    void signIn(GuardedPortal portal) {
        chromium = Chromium.start();
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.address().toString())
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(1280, 800));
        var page = context.newPage();
        new SignInPage(page).open().signIn(Portal.account("admin"), Portal.DEMO_PASSWORD);
        manuals = new AdminManualsPage(page);
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void it_is_named_before_it_is_sent_and_the_one_beside_it_arrives() {
        manuals.open();

        manuals.drop(List.of(large("large.pdf"), Papers.manual("beside-it.pdf", "Beside", "Turn it left.")));

        assertThat(manuals.notSent())
                .hasText("large.pdf is larger than the 1 MB that are accepted here. It was not sent.");
        assertThat(manuals.row("beside-it.pdf")).isVisible();
        assertThat(manuals.row("large.pdf")).hasCount(0);
    }

    @Test
    void the_page_goes_on_standing_when_the_server_refuses_it() {
        manuals.open();
        manuals.forgetTheLimit();

        manuals.drop(
                List.of(large("unknown-to-be-large.pdf"), Papers.manual("after-it.pdf", "After", "Turn it right.")));

        assertThat(manuals.refused())
                .containsText("This is larger than the 1 MB that are accepted here. Nothing of it was kept.");
        assertThat(manuals.row("after-it.pdf")).isVisible();
    }

    private static FilePayload large(String name) {
        return new FilePayload(name, "application/pdf", new byte[BYTES]);
    }
}
