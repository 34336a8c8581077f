package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** One page to draw on, in points from its top left corner. */
final class PageCanvas {

    private final PDPageContentStream content;
    private final float height;

    PageCanvas(PDPageContentStream content, float height) {
        this.content = content;
        this.height = height;
    }

    /** Sets a text with its base line at {@code y}. */
    void text(float x, float y, PDFont font, float size, Color color, String text) throws IOException {
        content.beginText();
        content.setNonStrokingColor(color);
        content.setFont(font, size);
        content.newLineAtOffset(x, height - y);
        content.showText(text);
        content.endText();
    }

    void centered(float x, float y, PDFont font, float size, Color color, String text) throws IOException {
        text(x - Typeface.width(font, size, text) / 2, y, font, size, color, text);
    }

    void rightAligned(float x, float y, PDFont font, float size, Color color, String text) throws IOException {
        text(x - Typeface.width(font, size, text), y, font, size, color, text);
    }

    /** Sets broken text, its first base line at {@code y}; words of one font in one piece, so that they copy well. */
    void rich(float x, float y, RichText text, float leading, Color color) throws IOException {
        float line = y;
        for (List<RichText.Word> words : text.lines()) {
            float at = x;
            int i = 0;
            while (i < words.size()) {
                PDFont font = words.get(i).font();
                StringBuilder run = new StringBuilder();
                while (i < words.size() && words.get(i).font().equals(font)) {
                    run.append(words.get(i).text()).append(i == words.size() - 1 ? "" : " ");
                    i++;
                }
                text(at, line, font, text.size(), color, run.toString());
                at += Typeface.width(font, text.size(), run.toString());
            }
            line += leading;
        }
    }

    void line(float x1, float y1, float x2, float y2, float width, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(width);
        content.moveTo(x1, height - y1);
        content.lineTo(x2, height - y2);
        content.stroke();
    }

    /** Draws a line through points given as x, y, x, y and so on. */
    void path(float width, Color color, float... points) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(width);
        content.setLineJoinStyle(1);
        content.moveTo(points[0], height - points[1]);
        for (int i = 2; i < points.length; i += 2) {
            content.lineTo(points[i], height - points[i + 1]);
        }
        content.stroke();
    }

    void filled(float x, float y, float width, float boxHeight, Color color) throws IOException {
        content.setNonStrokingColor(color);
        content.addRect(x, height - y - boxHeight, width, boxHeight);
        content.fill();
    }

    void outlined(float x, float y, float width, float boxHeight, float line, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(line);
        content.addRect(x, height - y - boxHeight, width, boxHeight);
        content.stroke();
    }

    void rounded(float x, float y, float width, float boxHeight, float radius, Color fill, Color stroke, float line)
            throws IOException {
        roundedPath(x, y, width, boxHeight, radius);
        content.setNonStrokingColor(fill);
        content.setStrokingColor(stroke);
        content.setLineWidth(line);
        content.fillAndStroke();
    }

    private void roundedPath(float x, float y, float width, float boxHeight, float radius) throws IOException {
        // How far the handles of a curve reach that comes close to a quarter circle.
        float reach = radius * 0.5523f;
        float left = x;
        float right = x + width;
        float top = height - y;
        float bottom = top - boxHeight;
        content.moveTo(left + radius, top);
        content.lineTo(right - radius, top);
        content.curveTo(right - radius + reach, top, right, top - radius + reach, right, top - radius);
        content.lineTo(right, bottom + radius);
        content.curveTo(right, bottom + radius - reach, right - radius + reach, bottom, right - radius, bottom);
        content.lineTo(left + radius, bottom);
        content.curveTo(left + radius - reach, bottom, left, bottom + radius - reach, left, bottom + radius);
        content.lineTo(left, top - radius);
        content.curveTo(left, top - radius + reach, left + radius - reach, top, left + radius, top);
        content.closePath();
    }

    void dot(float x, float y, float radius, Color fill, Color stroke) throws IOException {
        rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill, stroke, 0.6f);
    }
}
