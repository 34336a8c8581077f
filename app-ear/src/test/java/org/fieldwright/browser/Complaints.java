package org.fieldwright.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What no page may do: ask another house, write errors on the console (broken security policy included), open dialogs. */
final class Complaints {
    private static final Set<String> WITHOUT_HOST = Set.of("data", "blob", "about");

    private final URI house;
    private final List<String> heard = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Complaints(URI house) {
        this.house = house;
    }

    void listenTo(BrowserContext context) {
        context.onRequest(this::request);
        context.onConsoleMessage(this::console);
        context.onWebError(error -> heard.add("script: " + error.error()));
        context.onDialog(this::dialog);
    }

    /** A complaint that belongs to the test, such as the 404 it asks for. */
    void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    List<String> unexpected() {
        return heard.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    private void request(Request request) {
        URI asked = URI.create(request.url().replaceFirst("[?#].*", ""));
        boolean ours = WITHOUT_HOST.contains(asked.getScheme())
                || (house.getHost().equals(asked.getHost()) && house.getPort() == asked.getPort());
        if (!ours) {
            heard.add("left the house: " + request.url());
        }
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error")) {
            heard.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void dialog(Dialog dialog) {
        heard.add("dialog: " + dialog.message());
        dialog.dismiss();
    }
}
