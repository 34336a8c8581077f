package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.fieldwright.launch.GuardedPortal;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.PretendModel;
import org.fieldwright.launch.SecondPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** With a language model the pages and their words are there first; the model's come under way and are checked. */
@ExtendWith({Chromium.IsHere.class, SecondPortal.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelAnswersIT {
    private static final String E21_MEANS = "Gas supply pressure too low";

    private Chromium chromium;
    private PretendModel model;
    private AskPage asking;

    @BeforeAll
    void signIn(GuardedPortal portal) {
        chromium = Chromium.start();
        model = portal.model();
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.address().toString())
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(360, 740));
        Page page = context.newPage();
        new SignInPage(page).open().signIn(Portal.account("technician"), Portal.DEMO_PASSWORD);
        asking = new AskPage(page);
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void words_are_seen_while_they_come_and_what_no_page_bears_out_is_struck_out() {
        AskPage.Exchange exchange = asking.open().ask("What does fault code E21 mean on the Tallgrass TW-180?");
        assertThat(exchange.answer()).containsText(E21_MEANS);

        model.say("E21 means that the gas supply pressure is too low [1]. ");
        assertThat(exchange.wordsComing()).containsText("E21 means that the gas supply pressure is too low");
        model.say("It explodes after 77 hours [1]. ");
        model.finish();

        assertThat(exchange.answer()).containsText("Worded by " + PretendModel.NAME);
        Locator struck = exchange.answer().locator("del");
        assertThat(struck).hasText("It explodes after 77 hours.");
        assertThat(exchange.answer()).containsText("the cited page does not say this");
        assertThat(exchange.citations().first()).isVisible();
    }

    @Test
    void a_model_that_fails_in_the_middle_leaves_the_pages_and_their_words() {
        AskPage.Exchange exchange =
                asking.open().ask("What should I check for fault code E21 on the Tallgrass TW-180?");

        model.say("E21 means that the gas supply pressure is too low [1]. ");
        assertThat(exchange.wordsComing()).containsText("E21 means");
        model.breakOff();

        assertThat(exchange.answer()).containsText("The language model did not finish");
        assertThat(exchange.answer()).containsText(E21_MEANS);
        assertThat(exchange.pages().first()).isVisible();
    }
}
