package org.fieldwright.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list of manuals as the administrator keeps it. */
public final class AdminManualsPage {
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
        BoundingBox zone = dropZone().boundingBox();
        CDPSession protocol = page.context().newCDPSession(page);
        JsonObject carried = new JsonObject();
        carried.add("items", new JsonArray());
        carried.add("files", onDisk(files));
        carried.addProperty("dragOperationsMask", 1);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", zone.x + zone.width / 2);
            event.addProperty("y", zone.y + zone.height / 2);
            event.add("data", carried);
            protocol.send("Input.dispatchDragEvent", event);
        }
    }

    private static JsonArray onDisk(List<FilePayload> files) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "dropped-");
            JsonArray paths = new JsonArray();
            for (FilePayload file : files) {
                paths.add(Files.write(folder.resolve(file.name), file.buffer).toString());
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locator dropZone() {
        return page.locator(".drop");
    }

    public void choose(FilePayload file) {
        page.locator("input[type=file]").setInputFiles(file);
    }

    /** What is wrong with files that were not even sent. */
    public Locator notSent() {
        return page.locator("[data-not-sent] li");
    }

    /** What the server refused. */
    public Locator refused() {
        return page.locator("#refused");
    }

    /** As a browser that does not know the limit, or has an old one. */
    public void forgetTheLimit() {
        page.evaluate("document.querySelector('[data-not-sent]').dataset.mostBytes = 1e12");
    }

    /** The row of a file. */
    public Locator row(String fileName) {
        return page.locator("[data-list]")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(fileName));
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
