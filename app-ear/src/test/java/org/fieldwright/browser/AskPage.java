package org.fieldwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The conversation with the manuals. */
public final class AskPage {
    private final Page page;

    public AskPage(Page page) {
        this.page = page;
    }

    public AskPage open() {
        page.navigate("/ask");
        return this;
    }

    public Locator equipment() {
        return page.getByLabel("Equipment");
    }

    /** What is offered while equipment is chosen. */
    public Locator offered(String equipment) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(equipment));
    }

    public Locator question() {
        return page.getByLabel("Your question");
    }

    public Locator send() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"));
    }

    /** Asks and waits for the answer, whatever it is. */
    public Exchange ask(String words) {
        int before = answered().count();
        question().fill(words);
        send().click();
        assertThat(answered()).hasCount(before + 1);
        return last();
    }

    public Exchange last() {
        return new Exchange(answered().last());
    }

    public Locator answered() {
        return page.locator("article.exchange:not(.searching)");
    }

    public Locator problem() {
        return page.locator("#problem");
    }

    /** A question and what came of it. */
    public static final class Exchange {
        private final Locator article;

        Exchange(Locator article) {
            this.article = article;
        }

        public Locator self() {
            return article;
        }

        public Locator asked() {
            return article.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2));
        }

        /** The cited pages, or the nearest one of an answer that was not found. */
        public Locator pages() {
            return article.locator("a.page-card");
        }

        public Locator answer() {
            return article.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Answer"));
        }

        public Locator citations() {
            return answer().locator("a.cite");
        }

        public Locator notInManuals() {
            return article.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Not in your manuals"));
        }

        /** The model's words while they come. */
        public Locator wordsComing() {
            return article.locator("[data-words-text]");
        }

        public String id() {
            return article.getAttribute("data-exchange");
        }
    }
}
