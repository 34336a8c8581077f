package org.fieldwright.rag.ingest;

import java.util.List;

/** A word in the frame of its text, in points: {@code u} along the line, {@code v} its base line. */
record Token(String text, double u0, double u1, double v, double size, boolean bold) {
    static Token of(List<Glyph> glyphs) {
        StringBuilder text = new StringBuilder();
        double u0 = Double.MAX_VALUE;
        double u1 = -Double.MAX_VALUE;
        double size = 0;
        double v = glyphs.getFirst().v();
        int bold = 0;
        for (Glyph glyph : glyphs) {
            text.append(glyph.text());
            u0 = Math.min(u0, glyph.u0());
            u1 = Math.max(u1, glyph.u1());
            if (glyph.size() > size) {
                size = glyph.size();
                v = glyph.v();
            }
            bold += glyph.bold() ? 1 : 0;
        }
        return new Token(text.toString(), u0, u1, v, size, bold * 2 > glyphs.size());
    }

    double top() {
        return v - Glyph.ABOVE * size;
    }

    double bottom() {
        return v + Glyph.BELOW * size;
    }
}
