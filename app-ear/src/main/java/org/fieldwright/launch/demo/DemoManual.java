package org.fieldwright.launch.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A manual to try Fieldwright out with. Its manufacturer does not exist.
 *
 * @param fileName for the upload
 * @param models one or several, separated by commas
 */
public record DemoManual(String fileName, String title, String manufacturer, String models, Content content) {

    /** The text and what makes a PDF of it; kept apart because setting it takes a moment. */
    public interface Content {
        byte[] pdf();
    }

    /** All of them: two sister furnaces, a heat pump, a tankless water heater, a zone controller, a boiler. */
    public static List<DemoManual> all() {
        return List.of(
                of("furnace", "furnace-gf80-060", "northmere-gf80-060.pdf"),
                of("furnace", "furnace-gf96-080", "northmere-gf96-080.pdf"),
                of("heat-pump", "", "northmere-hp16.pdf"),
                of("zone-controller", "", "northmere-zc-4.pdf"),
                of("tankless", "", "tallgrass-tw.pdf"),
                of("boiler", "", "tallgrass-tb.pdf"));
    }

    private static DemoManual of(String text, String values, String fileName) {
        ManualText manual = ManualText.read(
                resource(text + ".txt"), values.isEmpty() ? Map.of() : pairs(resource(values + ".values")));
        return new DemoManual(
                fileName,
                manual.of("product") + ", " + manual.of("title"),
                manual.of("manufacturer"),
                manual.of("models"),
                () -> new ManualPrinter(manual).toPdf());
    }

    /** The manual as PDF; the same bytes every time. */
    public byte[] pdf() {
        return content.pdf();
    }

    private static Map<String, String> pairs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String resource(String name) {
        try (InputStream in = DemoManual.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A resource of the launcher can be read", e);
        }
    }
}
