package org.fieldwright.launch.demo;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Sets a ruled table; over a page break the headings are repeated. */
record TablePrinter(Typeface type, float size, float leading, Color accent) {

    private static final float PADDING = 4.5f;

    void print(Flow flow, String caption, Block.Table table) throws IOException {
        float[] widths = widths(table.widths());
        List<RichText> heading = broken(table.rows().getFirst(), widths, true);
        flow.skip(4);
        flow.need(height(heading) * 3 + 16);
        flow.page().text(Flow.LEFT, flow.down(10), type.bold(), 8.6f, Palette.INK, caption);
        flow.skip(5);
        row(flow, heading, widths, accent, Color.WHITE);
        boolean shaded = false;
        for (List<String> cells : table.rows().subList(1, table.rows().size())) {
            List<RichText> row = broken(cells, widths, false);
            float before = flow.down(0);
            flow.need(height(row));
            if (flow.down(0) < before) {
                flow.page()
                        .text(Flow.LEFT, flow.down(10), type.oblique(), 8.6f, Palette.MUTED, caption + " (continued)");
                flow.skip(5);
                row(flow, heading, widths, accent, Color.WHITE);
            }
            row(flow, row, widths, shaded ? Palette.SHADE : Color.WHITE, Palette.INK);
            shaded = !shaded;
        }
        flow.skip(12);
    }

    private static float[] widths(List<Integer> shares) {
        float all = shares.stream().mapToInt(Integer::intValue).sum();
        float[] widths = new float[shares.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Flow.WIDTH * shares.get(i) / all;
        }
        return widths;
    }

    private List<RichText> broken(List<String> cells, float[] widths, boolean heading) throws IOException {
        if (cells.size() != widths.length) {
            throw new IllegalArgumentException("the row " + cells + " needs " + widths.length + " cells");
        }
        PDFont font = heading ? type.bold() : type.regular();
        List<RichText> broken = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(RichText.broken(cells.get(i), font, type.bold(), size, widths[i] - 2 * PADDING));
        }
        return broken;
    }

    private float height(List<RichText> row) {
        return (float) row.stream()
                        .mapToDouble(cell -> cell.height(leading))
                        .max()
                        .orElse(leading)
                + 2 * PADDING
                - 2;
    }

    private void row(Flow flow, List<RichText> cells, float[] widths, Color fill, Color ink) throws IOException {
        float height = height(cells);
        float top = flow.down(0);
        PageCanvas page = flow.page();
        page.filled(Flow.LEFT, top, Flow.WIDTH, height, fill);
        float x = Flow.LEFT;
        for (int i = 0; i < widths.length; i++) {
            page.outlined(x, top, widths[i], height, 0.5f, Palette.RULE);
            page.rich(x + PADDING, top + PADDING + leading - 3.2f, cells.get(i), leading, ink);
            x += widths[i];
        }
        flow.skip(height);
    }
}
