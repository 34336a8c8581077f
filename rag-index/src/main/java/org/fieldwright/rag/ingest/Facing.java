package org.fieldwright.rag.ingest;

import java.awt.geom.Rectangle2D;

/**
 * Which way text runs on the shown page. Layout works in the text's own frame, where {@code u} runs along the line and
 * {@code v} down the lines; this maps between the two.
 */
enum Facing {
    RIGHT,
    UP,
    LEFT,
    DOWN;

    /** The facing nearest to a direction on the shown page ({@code y} down). */
    static Facing of(double dx, double dy) {
        if (Math.abs(dx) >= Math.abs(dy)) {
            return dx >= 0 ? RIGHT : LEFT;
        }
        return dy < 0 ? UP : DOWN;
    }

    double u(double x, double y, double width, double height) {
        return switch (this) {
            case RIGHT -> x;
            case UP -> height - y;
            case LEFT -> width - x;
            case DOWN -> y;
        };
    }

    double v(double x, double y, double width, double height) {
        return switch (this) {
            case RIGHT -> y;
            case UP -> x;
            case LEFT -> height - y;
            case DOWN -> width - x;
        };
    }

    /** A rectangle of the text's frame on the shown page. */
    Rectangle2D.Double toPage(double u0, double v0, double u1, double v1, double width, double height) {
        return switch (this) {
            case RIGHT -> new Rectangle2D.Double(u0, v0, u1 - u0, v1 - v0);
            case UP -> new Rectangle2D.Double(v0, height - u1, v1 - v0, u1 - u0);
            case LEFT -> new Rectangle2D.Double(width - u1, height - v1, u1 - u0, v1 - v0);
            case DOWN -> new Rectangle2D.Double(width - v1, u0, v1 - v0, u1 - u0);
        };
    }
}
