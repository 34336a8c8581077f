package org.fieldwright.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** Two fingers on the glass, as the browser's own protocol can move them. */
final class Pinch {
    private static final int STEPS = 8;

    private final CDPSession protocol;
    private final double x;
    private final double y;

    private Pinch(CDPSession protocol, double x, double y) {
        this.protocol = protocol;
        this.x = x;
        this.y = y;
    }

    /** Fingers meet in the middle of what is there. */
    static Pinch inTheMiddleOf(Page page, BoundingBox area) {
        return new Pinch(page.context().newCDPSession(page), area.x + area.width / 2, area.y + area.height / 2);
    }

    /** Moves the fingers from one distance to another, both in CSS pixels. */
    void spread(double from, double to) {
        touch("touchStart", from);
        for (int step = 1; step <= STEPS; step++) {
            touch("touchMove", from + (to - from) * step / STEPS);
        }
        JsonObject end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new JsonArray());
        protocol.send("Input.dispatchTouchEvent", end);
    }

    private void touch(String type, double apart) {
        JsonArray fingers = new JsonArray();
        fingers.add(finger(x - apart / 2));
        fingers.add(finger(x + apart / 2));
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", fingers);
        protocol.send("Input.dispatchTouchEvent", event);
    }

    private JsonObject finger(double at) {
        JsonObject point = new JsonObject();
        point.addProperty("x", at);
        point.addProperty("y", y);
        return point;
    }
}
