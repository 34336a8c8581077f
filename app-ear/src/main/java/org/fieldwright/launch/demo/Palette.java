package org.fieldwright.launch.demo;

import java.awt.Color;
import java.util.Map;

/** The colours of the demo manuals. */
final class Palette {

    static final Color INK = new Color(0x1d2430);
    static final Color MUTED = new Color(0x5b6573);
    static final Color RULE = new Color(0x9aa4b2);
    static final Color FAINT = new Color(0xd9dee5);
    static final Color SHADE = new Color(0xf1f4f7);
    static final Color PLATE = new Color(0xe3e6ea);

    private static final Map<String, Color> SIGNALS =
            Map.of("WARNING", new Color(0xd9541e), "CAUTION", new Color(0xe0a100), "NOTE", new Color(0x3a6ea5));

    private static final Map<String, Color> WIRES = Map.ofEntries(
            Map.entry("RED", new Color(0xc62828)),
            Map.entry("WHT", new Color(0xffffff)),
            Map.entry("YEL", new Color(0xf4c20d)),
            Map.entry("GRN", new Color(0x2e7d32)),
            Map.entry("BLU", new Color(0x1565c0)),
            Map.entry("BLK", new Color(0x202020)),
            Map.entry("BRN", new Color(0x6d4c41)),
            Map.entry("ORN", new Color(0xef6c00)),
            Map.entry("GRY", new Color(0x8d8d8d)),
            Map.entry("PUR", new Color(0x6a1b9a)));

    private Palette() {}

    static Color signal(String word) {
        return SIGNALS.get(word);
    }

    /** @throws IllegalArgumentException when no wire has that colour */
    static Color wire(String code) {
        Color color = WIRES.get(code);
        if (color == null) {
            throw new IllegalArgumentException("no wire is " + code);
        }
        return color;
    }
}
