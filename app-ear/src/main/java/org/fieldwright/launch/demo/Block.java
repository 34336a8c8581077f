package org.fieldwright.launch.demo;

import java.util.List;
import java.util.Map;

/** A part of a manual, in reading order. */
sealed interface Block {

    /**
     * A chapter, numbered by its place.
     *
     * @param newPage whether it begins on a page of its own
     */
    record Section(String title, boolean newPage) implements Block {}

    record Subsection(String title) implements Block {}

    /**
     * Words set as a paragraph.
     *
     * @param text words between {@code **} are bold, here and in all texts below
     */
    record Paragraph(String text) implements Block {}

    record Bullets(List<String> items) implements Block {}

    record Steps(List<String> items) implements Block {}

    /**
     * A box with a signal word.
     *
     * @param signal WARNING, CAUTION or NOTE
     */
    record Notice(String signal, String text) implements Block {}

    /**
     * A ruled table.
     *
     * @param widths of the columns, in relation to each other
     * @param rows the first holds the headings
     */
    record Table(String caption, List<Integer> widths, List<List<String>> rows) implements Block {}

    /**
     * A rating plate.
     *
     * @param ratings in the order they stand on the plate
     */
    record Nameplate(String caption, String brand, Map<String, String> ratings) implements Block {}

    record Wiring(String caption, List<Device> devices, List<Wire> wires) implements Block {}

    /** A box of a wiring diagram; lengths in points, from the top left of the diagram. */
    record Device(
            String id,
            String name,
            float x,
            float y,
            float width,
            float height,
            List<String> leftTerminals,
            List<String> rightTerminals) {}

    /**
     * A wire of a wiring diagram.
     *
     * @param from as {@code device.terminal}, like {@code to}
     * @param color its usual three letters, {@code RED}
     */
    record Wire(String from, String to, String color) {}
}
