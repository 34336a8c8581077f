package org.fieldwright.browser;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The list of manuals as the administrator keeps it. */
public final class AdminManualsPage {
    private static final String CARRY = """
            files => {
              const carried = new DataTransfer();
              for (const file of files) {
                const bytes = Uint8Array.from(atob(file.content), letter => letter.charCodeAt(0));
                carried.items.add(new File([bytes], file.name, { type: file.type }));
              }
              return carried;
            }""";

    private final Page page;

    public AdminManualsPage(Page page) {
        this.page = page;
    }

    public AdminManualsPage open() {
        page.navigate("/admin/manuals");
        return this;
    }

    /** Drops files on the page, as from a folder beside it. */
    public void drop(List<FilePayload> files) {
        JSHandle carried = page.evaluateHandle(
                CARRY,
                files.stream()
                        .map(file -> Map.of(
                                "name", file.name,
                                "type", file.mimeType,
                                "content", Base64.getEncoder().encodeToString(file.buffer)))
                        .toList());
        dropZone().dispatchEvent("drop", Map.of("dataTransfer", carried));
    }

    public Locator dropZone() {
        return page.locator(".drop");
    }

    public void choose(FilePayload file) {
        page.locator("input[type=file]").setInputFiles(file);
    }

    /** The row of a file. */
    public Locator row(String fileName) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(fileName));
    }

    public Locator said() {
        return page.locator("#said");
    }

    public void readAgain(String fileName) {
        button(row(fileName), "Read again").click();
    }

    public void delete(String fileName) {
        button(row(fileName), "Delete").click();
    }

    /** The question before something is done that cannot be undone. */
    public Locator sure() {
        return page.getByRole(AriaRole.ALERTDIALOG);
    }

    public void confirm() {
        button(sure(), "Delete").click();
    }

    public void keep() {
        button(sure(), "Keep").click();
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
