package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a wiring diagram: boxes with terminals, wires at right angles in their colours, each with its letters. */
record WiringPrinter(Typeface type) {

    private static final float MARGIN = 14;
    private static final float FIRST_TERMINAL = 27;

    private record Terminal(float x, float y, boolean right) {}

    void print(Flow flow, String caption, Block.Wiring wiring) throws IOException {
        float depth = (float) wiring.devices().stream()
                .mapToDouble(device -> device.y() + device.height())
                .max()
                .orElse(0);
        float height = depth + 2 * MARGIN;
        flow.skip(4);
        flow.need(height + 26);
        float top = flow.down(0);
        PageCanvas page = flow.page();
        page.outlined(Flow.LEFT, top, Flow.WIDTH, height, 0.8f, Palette.RULE);

        Map<String, Terminal> terminals = new HashMap<>();
        for (Block.Device device : wiring.devices()) {
            locate(device, Flow.LEFT + MARGIN, top + MARGIN, terminals);
        }
        for (boolean right : new boolean[] {false, true}) {
            List<Block.Wire> side = wiring.wires().stream()
                    .filter(wire -> terminal(terminals, wire.to()).right() == right)
                    .toList();
            for (int i = 0; i < side.size(); i++) {
                // From the middle of the gap, as far to both sides as it allows.
                float offset = (i - (side.size() - 1) / 2f) * Math.min(5.2f, 46f / side.size());
                Block.Wire wire = side.get(i);
                wire(page, terminal(terminals, wire.from()), terminal(terminals, wire.to()), wire.color(), offset);
            }
        }
        for (Block.Device device : wiring.devices()) {
            box(page, device, Flow.LEFT + MARGIN, top + MARGIN);
        }
        flow.skip(height + 11);
        page.text(Flow.LEFT, flow.down(2), type.oblique(), 8.6f, Palette.MUTED, caption);
        flow.skip(12);
    }

    private static void locate(Block.Device device, float left, float top, Map<String, Terminal> terminals) {
        for (boolean right : new boolean[] {false, true}) {
            List<String> names = right ? device.rightTerminals() : device.leftTerminals();
            for (int i = 0; i < names.size(); i++) {
                float x = left + device.x() + (right ? device.width() : 0);
                terminals.put(
                        device.id() + "." + names.get(i), new Terminal(x, top + terminalY(device, i, names), right));
            }
        }
    }

    private static float terminalY(Block.Device device, int index, List<String> names) {
        float room = device.height() - FIRST_TERMINAL - 8;
        float pitch = names.size() == 1 ? 0 : Math.min(19, room / (names.size() - 1));
        return device.y() + FIRST_TERMINAL + index * pitch;
    }

    private static Terminal terminal(Map<String, Terminal> terminals, String name) {
        Terminal terminal = terminals.get(name);
        if (terminal == null) {
            throw new IllegalArgumentException("the diagram has no terminal " + name);
        }
        return terminal;
    }

    /** Out of one box, along a channel of its own, into the other: neighbouring wires do not lie on each other. */
    private void wire(PageCanvas page, Terminal from, Terminal to, String color, float offset) throws IOException {
        Terminal left = from.x() < to.x() ? from : to;
        Terminal right = from.x() < to.x() ? to : from;
        // Wires that go down towards the right take their channels from right to left: then they do not cross.
        float channel = (left.x() + right.x()) / 2 + (right.y() > left.y() ? -offset : offset);
        float[] path = {from.x(), from.y(), channel, from.y(), channel, to.y(), to.x(), to.y()};
        // A thin dark edge: a white or yellow wire shows on paper too.
        page.path(2.3f, Palette.MUTED, path);
        page.path(1.5f, Palette.wire(color), path);
        float side = to.right() ? 1 : -1;
        float labelX = to.x() + side * 13;
        page.centered(labelX, to.y() - 2.6f, type.regular(), 5.4f, Palette.MUTED, color);
    }

    private void box(PageCanvas page, Block.Device device, float left, float top) throws IOException {
        float x = left + device.x();
        float y = top + device.y();
        page.rounded(x, y, device.width(), device.height(), 3, Palette.SHADE, Palette.INK, 0.9f);
        RichText name = RichText.broken(device.name(), type.bold(), type.bold(), 7.4f, device.width() - 6);
        float line = y + 10;
        for (List<RichText.Word> words : name.lines()) {
            StringBuilder text = new StringBuilder();
            words.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
            page.centered(x + device.width() / 2, line, type.bold(), 7.4f, Palette.INK, text.toString());
            line += 8.6f;
        }
        terminals(page, device, x, top, device.leftTerminals(), false);
        terminals(page, device, x, top, device.rightTerminals(), true);
    }

    private void terminals(PageCanvas page, Block.Device device, float x, float top, List<String> names, boolean right)
            throws IOException {
        for (int i = 0; i < names.size(); i++) {
            float y = top + terminalY(device, i, names);
            float edge = right ? x + device.width() : x;
            page.dot(edge, y, 2.6f, Color.WHITE, Palette.INK);
            if (right) {
                page.rightAligned(edge - 6, y + 2.6f, type.regular(), 7.2f, Palette.INK, names.get(i));
            } else {
                page.text(edge + 6, y + 2.6f, type.regular(), 7.2f, Palette.INK, names.get(i));
            }
        }
    }
}
