package org.fieldwright.rag.ingest;

/**
 * A drawn character in the frame of its text: {@code u} along the line, {@code v} down the lines, in points.
 *
 * @param text what it means; a blank for a space
 * @param u0 where it begins
 * @param u1 where it ends
 * @param v its base line
 * @param size of its font
 * @param order its place in the file
 */
record Glyph(String text, double u0, double u1, double v, double size, boolean bold, int order) {
    /** How far letters reach above and below the base line, in sizes: enough for Å and for g. */
    static final double ABOVE = 0.92;

    static final double BELOW = 0.26;

    boolean isBlank() {
        return text.isBlank();
    }

    double top() {
        return v - ABOVE * size;
    }

    double bottom() {
        return v + BELOW * size;
    }
}
