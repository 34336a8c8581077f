package org.fieldwright.rag.ingest;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Walks through what a page draws and keeps what reading needs: characters with their places, thin lines, and how much of
 * the page is pictures. Draws nothing.
 */
final class PageContent extends PDFGraphicsStreamEngine {
    /** No honest page needs more; pages that draw themselves again and again do. */
    private static final int MAX_OPERATIONS = 4_000_000;

    private static final int MAX_GLYPHS = 200_000;
    private static final int MAX_RULES = 20_000;
    private static final double THIN = 3;
    private static final double SMALLEST_SIZE = 1.5;

    /** A place where a picture is shown, in points of the shown page. */
    record Picture(Rectangle2D.Double place, int pixelsWide, int pixelsHigh) {}

    private final FontBook fonts;
    private final double width;
    private final double height;
    private final AffineTransform toShown;
    private final Map<Facing, List<Glyph>> glyphs = new EnumMap<>(Facing.class);
    private final List<Rectangle2D.Double> rules = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Rectangle2D.Double> pathBoxes = new ArrayList<>();
    private final Point2D.Double pen = new Point2D.Double();
    private final Point2D.Double pathStart = new Point2D.Double();
    private int operations;
    private int glyphCount;
    private int curves;

    PageContent(PDPage page, FontBook fonts) {
        super(page);
        this.fonts = fonts;
        PDRectangle crop = page.getCropBox();
        int rotation = Math.floorMod(page.getRotation(), 360);
        boolean sideways = rotation == 90 || rotation == 270;
        width = sideways ? crop.getHeight() : crop.getWidth();
        height = sideways ? crop.getWidth() : crop.getHeight();
        toShown = toShown(crop, rotation);
    }

    /** From the file's coordinates (origin at the bottom left) to the shown page (origin at the top left). */
    private static AffineTransform toShown(PDRectangle crop, int rotation) {
        double w = crop.getWidth();
        double h = crop.getHeight();
        AffineTransform turn = switch (rotation) {
            case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 270 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(1, 0, 0, -1, 0, h);
        };
        turn.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
        return turn;
    }

    /** Walks through the page; what is wrong in it is passed over. */
    PageContent read() throws IOException {
        processPage(getPage());
        return this;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Characters by the way they run; each list in the order of the file. */
    Map<Facing, List<Glyph>> glyphs() {
        return glyphs;
    }

    List<Rule> rules(Facing facing) {
        return Rule.joined(rules.stream()
                .map(r -> {
                    double u0 = facing.u(r.x, r.y, width, height);
                    double u1 = facing.u(r.x + r.width, r.y + r.height, width, height);
                    double v0 = facing.v(r.x, r.y, width, height);
                    double v1 = facing.v(r.x + r.width, r.y + r.height, width, height);
                    return new Rule(Math.min(u0, u1), Math.min(v0, v1), Math.max(u0, u1), Math.max(v0, v1));
                })
                .toList());
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** How many curved or many-cornered shapes are drawn: letters turned to outlines make thousands. */
    int curves() {
        return curves;
    }

    int glyphCount() {
        return glyphCount;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operations > MAX_OPERATIONS) {
            throw new EndlessPage();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof EndlessPage) {
            throw e;
        }
        // One broken instruction does not make the rest of the page unreadable.
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        if (glyphCount >= MAX_GLYPHS) {
            return;
        }
        String text = fonts.meaning(font, code);
        if (text.isEmpty()) {
            return;
        }
        Point2D origin = toShown.transform(new Point2D.Double(matrix.getTranslateX(), matrix.getTranslateY()), null);
        Point2D.Float end = matrix.transformPoint(displacement.getX(), displacement.getY());
        Point2D shownEnd = toShown.transform(end, null);
        Point2D.Float unit = matrix.transformPoint(1, 0);
        Point2D shownUnit = toShown.transform(unit, null);
        Point2D.Float up = matrix.transformPoint(0, 1);
        Point2D shownUp = toShown.transform(up, null);
        double size = shownUp.distance(origin) * fonts.emOf(font);
        if (size < SMALLEST_SIZE || !isOnPage(origin, shownEnd)) {
            return;
        }
        Facing facing = Facing.of(shownUnit.getX() - origin.getX(), shownUnit.getY() - origin.getY());
        double u0 = facing.u(origin.getX(), origin.getY(), width, height);
        double u1 = facing.u(shownEnd.getX(), shownEnd.getY(), width, height);
        double v = facing.v(origin.getX(), origin.getY(), width, height);
        boolean bold = fonts.isBold(font)
                || getGraphicsState().getTextState().getRenderingMode().isStroke();
        glyphs.computeIfAbsent(facing, f -> new ArrayList<>())
                .add(new Glyph(text, Math.min(u0, u1), Math.max(u0, u1), v, size, bold, glyphCount++));
    }

    private boolean isOnPage(Point2D origin, Point2D end) {
        double x = (origin.getX() + end.getX()) / 2;
        double y = (origin.getY() + end.getY()) / 2;
        return x >= 0 && x <= width && y >= 0 && y <= height + 2 && Double.isFinite(x) && Double.isFinite(y);
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        AffineTransform shown = new AffineTransform(toShown);
        shown.concatenate(place.createAffineTransform());
        Rectangle2D unit =
                shown.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
        Rectangle2D.Double onPage = new Rectangle2D.Double();
        Rectangle2D.intersect(unit, new Rectangle2D.Double(0, 0, width, height), onPage);
        if (onPage.width > 0 && onPage.height > 0) {
            pictures.add(new Picture(onPage, image.getWidth(), image.getHeight()));
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        Rectangle2D.Double box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(toShown.transform(p0, null), toShown.transform(p2, null));
        if (box.width <= THIN || box.height <= THIN) {
            addPath(box);
        } else {
            // The border of a box counts as its four sides.
            addPath(new Rectangle2D.Double(box.x, box.y, box.width, 0));
            addPath(new Rectangle2D.Double(box.x, box.y + box.height, box.width, 0));
            addPath(new Rectangle2D.Double(box.x, box.y, 0, box.height));
            addPath(new Rectangle2D.Double(box.x + box.width, box.y, 0, box.height));
        }
        pen.setLocation(toShown.transform(p0, null));
    }

    private void addPath(Rectangle2D.Double box) {
        if (pathBoxes.size() < MAX_RULES) {
            pathBoxes.add(box);
        }
    }

    @Override
    public void moveTo(float x, float y) {
        pen.setLocation(toShown.transform(new Point2D.Double(x, y), null));
        pathStart.setLocation(pen);
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D to = toShown.transform(new Point2D.Double(x, y), null);
        lineTo(to);
    }

    private void lineTo(Point2D to) {
        Rectangle2D.Double box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(pen, to);
        if (box.width <= THIN || box.height <= THIN) {
            addPath(box);
        }
        pen.setLocation(to);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        curves++;
        pen.setLocation(toShown.transform(new Point2D.Double(x3, y3), null));
    }

    @Override
    public Point2D getCurrentPoint() {
        try {
            return toShown.inverseTransform(pen, null);
        } catch (java.awt.geom.NoninvertibleTransformException never) {
            return new Point2D.Double();
        }
    }

    @Override
    public void closePath() {
        lineTo(new Point2D.Double(pathStart.x, pathStart.y));
    }

    @Override
    public void endPath() {
        pathBoxes.clear();
    }

    @Override
    public void strokePath() {
        keepRules();
    }

    @Override
    public void fillPath(int windingRule) {
        keepRules();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        keepRules();
    }

    private void keepRules() {
        for (Rectangle2D.Double box : pathBoxes) {
            if (rules.size() < MAX_RULES && Math.max(box.width, box.height) >= 4) {
                rules.add(box);
            }
        }
        pathBoxes.clear();
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away is rarely text.
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // Colour says nothing.
    }

    /** A page that draws without end. */
    static final class EndlessPage extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
