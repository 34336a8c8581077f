package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fieldwright.launch.Portal;
import org.junit.jupiter.api.Test;

/** Nothing here touches a mouse. */
@BrowserTest
class KeyboardOnlyIT {
    @Test
    void signs_in_asks_reads_the_page_and_comes_back(Visit visit) {
        Page page = visit.page();
        Keyboard keys = page.keyboard();
        visit.open("/");
        keys.type(Portal.account("technician"));
        keys.press("Tab");
        keys.type(Portal.DEMO_PASSWORD);
        keys.press("Enter");
        page.waitForURL("**/ask");

        keys.press("/");
        keys.type("What does fault code E21 mean?");
        keys.press("Enter");
        AskPage asking = new AskPage(page);
        assertThat(asking.last().answer()).containsText("Gas supply pressure too low");
        tabTo(page, page.locator("[data-evidence-open]"));
        keys.press("Enter");
        new PageViewerPage(page).drawn();
        assertThat(page).hasURL(Pattern.compile("/pages/4\\?"));
        keys.press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("/pages/5\\?"));
        keys.press("ArrowLeft");
        assertThat(page).hasURL(Pattern.compile("/pages/4\\?"));
        keys.press("Escape");

        assertThat(page).hasURL(Pattern.compile("/ask/"));
        assertThat(asking.last().asked()).hasText("What does fault code E21 mean?");
    }

    @Test
    void equipment_is_chosen_with_the_arrows(Visit visit) {
        Page page = visit.as("technician").page();
        AskPage asking = new AskPage(page).open();

        tabTo(page, asking.equipment());
        page.keyboard().type("Tallgrass");
        assertThat(asking.offered("Tallgrass Hydronics TW-180")).isVisible();
        assertThat(asking.offered("Northmere Heating & Air GF96-080")).isHidden();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(asking.equipment()).hasValue(Pattern.compile("Tallgrass Hydronics .+"));
    }

    @Test
    void j_and_k_move_and_enter_opens(Visit visit) {
        Page page = visit.as("technician").page();
        visit.open("/manuals");

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        Locator first = page.locator("[data-item]").first();
        assertThat(first).isFocused();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/manuals/.+/pages/1"));
    }

    @Test
    void the_question_mark_shows_the_keys_and_escape_closes_them(Visit visit) {
        Page page = visit.as("technician").page();
        visit.open("/manuals");

        page.keyboard().press("?");
        assertThat(visit.frame().help()).isVisible();
        page.keyboard().press("Escape");

        assertThat(visit.frame().help()).isHidden();
    }

    @Test
    void a_person_is_added_and_the_page_is_left(Visit visit) {
        Page page = visit.as("admin").page();
        visit.open("/admin/people");

        tabTo(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add person")));
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Name")).isFocused();
        page.keyboard().press("Escape");

        assertThat(dialog).isHidden();
    }

    /** Goes on until the element has the focus, and sees that the way there shows itself. */
    private static void tabTo(Page page, Locator wanted) {
        for (int step = 0; step < 60; step++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not get to " + wanted);
    }
}
