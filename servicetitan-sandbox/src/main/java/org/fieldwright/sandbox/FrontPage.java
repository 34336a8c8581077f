package org.fieldwright.sandbox;

import java.util.Map;
import org.fieldwright.sandbox.control.Control;
import org.fieldwright.sandbox.desk.Book;

/** Says plainly what this is, what it holds and where its doors are. */
final class FrontPage {
    private final SandboxSettings settings;
    private final Book book;
    private final Control control;

    FrontPage(SandboxSettings settings, Book book, Control control) {
        this.settings = settings;
        this.book = book;
        this.control = control;
    }

    String html(Map<String, Long> counts) {
        StringBuilder rows = new StringBuilder();
        counts.forEach((kind, count) -> rows.append("<tr><th scope=\"row\">")
                .append(escaped(kind))
                .append("</th><td>")
                .append(count)
                .append("</td></tr>\n"));
        StringBuilder doors = new StringBuilder();
        control.addresses()
                .forEach(address ->
                        doors.append("<li><code>").append(escaped(address)).append("</code></li>\n"));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>ServiceTitan sandbox. Simulated data.</title></head>
                <body>
                <h1>ServiceTitan sandbox. Simulated data.</h1>
                <p>This is no ServiceTitan. It behaves as the published V2 interface says, with people, places and money
                that do not exist: the shop %s, tenant %d.</p>
                <p>%d operations are served. Tokens: <code>POST /connect/token</code>.
                Then <code>/crm/v2/tenant/%d/customers</code> and so on.</p>
                <h2>What is here</h2>
                <table>
                %s</table>
                <h2>What people do in ServiceTitan's own screens</h2>
                <p>These addresses are the simulation's own and ask for the header <code>X-Desk-Key</code>.</p>
                <ul>
                %s</ul>
                </body>
                </html>
                """.formatted(
                        escaped(settings.tenantName()),
                        settings.tenant(),
                        book.served().size(),
                        settings.tenant(),
                        rows,
                        doors);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
