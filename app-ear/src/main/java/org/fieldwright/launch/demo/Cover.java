package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The first page: whose manual, for what, and where to find what. */
record Cover(ManualText manual, Typeface type, Color accent) {

    private static final int MOST_ENTRIES = 15;

    record Entry(String title, int page) {}

    void draw(PageCanvas page, List<Entry> contents) throws IOException {
        page.filled(0, 0, 612, 118, accent);
        page.text(
                Flow.LEFT,
                66,
                type.bold(),
                21,
                Color.WHITE,
                manual.of("manufacturer").toUpperCase(Locale.ROOT));
        page.text(Flow.LEFT, 87, type.regular(), 10, Color.WHITE, manual.of("slogan"));
        page.rightAligned(612 - Flow.LEFT, 87, type.regular(), 10, Color.WHITE, manual.of("document"));

        page.text(Flow.LEFT, 182, type.bold(), 27, Palette.INK, manual.of("product"));
        page.text(Flow.LEFT, 208, type.regular(), 15, Palette.MUTED, manual.of("title"));
        page.text(Flow.LEFT, 236, type.bold(), 11, accent, "Models  " + manual.of("models"));

        Illustration.named(manual.of("illustration")).draw(page, Flow.LEFT, 266, accent);

        RichText scope = RichText.broken(manual.of("scope"), type.regular(), type.bold(), 9.4f, 218);
        page.rich(Flow.LEFT + 286, 280, scope, 13.6f, Palette.INK);

        float y = 486;
        page.text(Flow.LEFT, y, type.bold(), 11, Palette.INK, "Contents");
        page.line(Flow.LEFT, y + 6, Flow.LEFT + Flow.WIDTH, y + 6, 0.8f, accent);
        y += 22;
        for (Entry entry : contents.subList(0, Math.min(contents.size(), MOST_ENTRIES))) {
            page.text(Flow.LEFT, y, type.regular(), 9.6f, Palette.INK, entry.title());
            page.rightAligned(
                    Flow.LEFT + Flow.WIDTH, y, type.regular(), 9.6f, Palette.INK, Integer.toString(entry.page()));
            float from = Flow.LEFT + Typeface.width(type.regular(), 9.6f, entry.title()) + 6;
            page.line(from, y - 0.5f, Flow.LEFT + Flow.WIDTH - 18, y - 0.5f, 0.4f, Palette.FAINT);
            y += 15.4f;
        }
        page.text(
                Flow.LEFT,
                738,
                type.oblique(),
                8,
                Palette.MUTED,
                "Keep this manual with the equipment. " + manual.of("issued") + ".");
    }
}
