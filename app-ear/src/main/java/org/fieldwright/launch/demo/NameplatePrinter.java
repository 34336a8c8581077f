package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Draws a rating plate as it is riveted to equipment. */
record NameplatePrinter(Typeface type) {

    private static final float PLATE_WIDTH = 400;
    private static final float ROW = 15.5f;

    void print(Flow flow, String caption, Block.Nameplate plate) throws IOException {
        float height = 62 + plate.ratings().size() * ROW;
        flow.skip(6);
        flow.need(height + 28);
        float top = flow.down(0);
        float left = Flow.LEFT + (Flow.WIDTH - PLATE_WIDTH) / 2;
        PageCanvas page = flow.page();
        page.rounded(left, top, PLATE_WIDTH, height, 9, Palette.PLATE, Palette.MUTED, 1.2f);
        page.rounded(left + 5, top + 5, PLATE_WIDTH - 10, height - 10, 6, Color.WHITE, Palette.RULE, 0.6f);
        rivets(page, left, top, height);
        page.centered(
                left + PLATE_WIDTH / 2,
                top + 29,
                type.bold(),
                13,
                Palette.INK,
                plate.brand().toUpperCase(Locale.ROOT));
        page.line(left + 18, top + 38, left + PLATE_WIDTH - 18, top + 38, 0.8f, Palette.INK);
        float y = top + 54;
        for (Map.Entry<String, String> rating : plate.ratings().entrySet()) {
            page.text(left + 22, y, type.regular(), 8.2f, Palette.MUTED, rating.getKey());
            page.text(left + 190, y, type.bold(), 9.2f, Palette.INK, rating.getValue());
            page.line(left + 18, y + 4.4f, left + PLATE_WIDTH - 18, y + 4.4f, 0.3f, Palette.FAINT);
            y += ROW;
        }
        flow.skip(height + 12);
        page.centered(Flow.LEFT + Flow.WIDTH / 2, flow.down(4), type.oblique(), 8.6f, Palette.MUTED, caption);
        flow.skip(12);
    }

    private static void rivets(PageCanvas page, float left, float top, float height) throws IOException {
        for (float x : new float[] {left + 13, left + PLATE_WIDTH - 13}) {
            for (float y : new float[] {top + 13, top + height - 13}) {
                page.dot(x, y, 3.2f, Palette.FAINT, Palette.MUTED);
            }
        }
    }
}
