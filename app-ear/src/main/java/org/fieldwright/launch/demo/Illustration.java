package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;

/** A line drawing of the equipment for the cover, in a field of 250 by 190 points. */
enum Illustration {
    FURNACE {
        @Override
        void draw(PageCanvas page, float x, float y, Color accent) throws IOException {
            cabinet(page, x + 70, y, 110, 185);
            page.outlined(x + 80, y + 12, 90, 78, 0.8f, Palette.MUTED);
            for (int i = 0; i < 4; i++) {
                page.rounded(x + 88 + i * 20, y + 34, 12, 46, 5, Color.WHITE, accent, 1.2f);
            }
            page.filled(x + 92, y + 20, 66, 6, Palette.FAINT);
            page.outlined(x + 80, y + 100, 90, 74, 0.8f, Palette.MUTED);
            page.dot(x + 125, y + 137, 29, Color.WHITE, accent);
            page.dot(x + 125, y + 137, 11, Palette.SHADE, Palette.MUTED);
            page.line(x + 180, y + 50, x + 214, y + 50, 3, Palette.MUTED);
            page.line(x + 36, y + 150, x + 70, y + 150, 12, Palette.FAINT);
        }
    },
    OUTDOOR_UNIT {
        @Override
        void draw(PageCanvas page, float x, float y, Color accent) throws IOException {
            cabinet(page, x + 20, y + 30, 200, 140);
            for (int radius = 56; radius > 0; radius -= 9) {
                page.dot(x + 92, y + 100, radius, Color.WHITE, Palette.MUTED);
            }
            page.dot(x + 92, y + 100, 9, accent, accent);
            for (int i = 0; i < 9; i++) {
                page.line(x + 164, y + 48 + i * 13, x + 208, y + 48 + i * 13, 1, Palette.RULE);
            }
            page.filled(x + 34, y + 170, 26, 8, Palette.MUTED);
            page.filled(x + 180, y + 170, 26, 8, Palette.MUTED);
        }
    },
    WATER_HEATER {
        @Override
        void draw(PageCanvas page, float x, float y, Color accent) throws IOException {
            page.outlined(x + 112, y, 26, 18, 1.2f, Palette.MUTED);
            cabinet(page, x + 70, y + 18, 110, 140);
            page.rounded(x + 100, y + 44, 50, 22, 4, Palette.INK, Palette.INK, 1);
            page.dot(x + 109, y + 78, 3, accent, accent);
            page.dot(x + 125, y + 78, 3, Palette.FAINT, Palette.MUTED);
            page.dot(x + 141, y + 78, 3, Palette.FAINT, Palette.MUTED);
            float[] pipes = {88, 108, 142, 162};
            for (float pipe : pipes) {
                page.line(x + pipe, y + 158, x + pipe, y + 186, 5, Palette.RULE);
            }
            page.line(x + 88, y + 176, x + 88, y + 186, 5, accent);
        }
    },
    CONTROLLER {
        @Override
        void draw(PageCanvas page, float x, float y, Color accent) throws IOException {
            cabinet(page, x + 30, y + 20, 190, 140);
            page.rounded(x + 46, y + 36, 158, 60, 4, Color.WHITE, Palette.MUTED, 0.8f);
            for (int i = 0; i < 4; i++) {
                page.dot(x + 66 + i * 39, y + 56, 6, i == 1 ? accent : Palette.FAINT, Palette.MUTED);
                page.filled(x + 56 + i * 39, y + 74, 20, 4, Palette.FAINT);
            }
            for (int i = 0; i < 14; i++) {
                page.outlined(x + 46 + i * 11.3f, y + 116, 9, 24, 0.8f, Palette.MUTED);
                page.dot(x + 50.5f + i * 11.3f, y + 124, 2.4f, Palette.PLATE, Palette.MUTED);
            }
        }
    },
    BOILER {
        @Override
        void draw(PageCanvas page, float x, float y, Color accent) throws IOException {
            page.outlined(x + 86, y, 20, 22, 1.2f, Palette.MUTED);
            page.outlined(x + 144, y, 20, 22, 1.2f, Palette.MUTED);
            cabinet(page, x + 62, y + 22, 126, 136);
            page.rounded(x + 82, y + 38, 86, 30, 4, Palette.INK, Palette.INK, 1);
            page.filled(x + 90, y + 46, 34, 5, accent);
            page.dot(x + 100, y + 106, 16, Color.WHITE, Palette.MUTED);
            page.line(x + 100, y + 106, x + 109, y + 97, 1.6f, accent);
            page.dot(x + 150, y + 106, 16, Color.WHITE, Palette.MUTED);
            page.line(x + 150, y + 106, x + 143, y + 95, 1.6f, accent);
            page.line(x + 86, y + 158, x + 86, y + 188, 6, accent);
            page.line(x + 164, y + 158, x + 164, y + 188, 6, Palette.RULE);
        }
    };

    abstract void draw(PageCanvas page, float x, float y, Color accent) throws IOException;

    static Illustration named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void cabinet(PageCanvas page, float x, float y, float width, float height) throws IOException {
        page.rounded(x, y, width, height, 5, Palette.SHADE, Palette.INK, 1.6f);
    }
}
