package org.fieldwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** A page of a manual, with the passage marked. */
public final class PageViewerPage {
    private final Page page;

    public PageViewerPage(Page page) {
        this.page = page;
    }

    /** Waits until the picture of the page is drawn. */
    public PageViewerPage drawn() {
        page.waitForFunction("() => document.querySelector('[data-page-image]')?.naturalWidth > 0");
        return this;
    }

    public Locator reader() {
        return page.locator("[data-reader]");
    }

    public Locator picture() {
        return page.locator("[data-page-image]");
    }

    public Locator marks() {
        return page.locator("[data-reader] .marks rect");
    }

    /** The marks in fractions of the picture, as x, y, width, height: measured on the screen. */
    public List<double[]> marksOnThePicture() {
        BoundingBox whole = picture().boundingBox();
        return marks().all().stream()
                .map(Locator::boundingBox)
                .map(box -> new double[] {
                    (box.x - whole.x) / whole.width,
                    (box.y - whole.y) / whole.height,
                    box.width / whole.width,
                    box.height / whole.height
                })
                .toList();
    }

    /** The width of the picture as it is shown, in CSS pixels. */
    public double width() {
        return picture().boundingBox().width;
    }

    public Locator number() {
        return page.getByLabel("Page number");
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator text() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Text of the page"));
    }

    public Locator back() {
        return page.locator("[data-back]");
    }
}
