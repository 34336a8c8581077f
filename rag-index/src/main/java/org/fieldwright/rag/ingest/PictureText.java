package org.fieldwright.rag.ingest;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Word;

/**
 * Decides for each page whether something on it can only be seen and not read (a scan, letters turned to outlines or to
 * nonsense, a table that is a picture), and has that recognised.
 */
final class PictureText {
    /** Fewer letters than this are a page number and a header, not a page's text. */
    private static final int HARDLY_ANY = 40;

    private static final int SPARSE = 250;
    private static final int OUTLINED = 1500;

    /** In parts of the page: what a picture must cover to be worth looking at, and one that makes it a scan. */
    private static final double LARGE = 0.05;

    private static final int LEAST_PIXELS = 250;
    private static final double INCH = 72;
    private static final double DPI = 300;
    private static final double MOST_PIXELS = 24_000_000;
    private static final float UNSURE = 10;
    private static final float POSSIBLE = 32;
    private static final float LIKELY = 60;
    private static final float SURE = 70;

    private final PDDocument document;
    private final Recogniser recogniser;
    private int left;

    PictureText(PDDocument document, Recogniser recogniser, int maxPages) {
        this.document = document;
        this.recogniser = recogniser;
        this.left = maxPages;
    }

    /** What must be recognised on a page. */
    enum Need {
        NOTHING,
        PICTURES,
        WHOLE_PAGE
    }

    static Need need(PageContent content, PageText text) {
        int letters = Legibility.letters(text.text());
        boolean shows = !content.pictures().isEmpty() || content.curves() > 30;
        if ((letters < HARDLY_ANY && shows)
                || (letters < SPARSE && content.curves() > OUTLINED)
                || Legibility.isGarbage(text.text())) {
            return Need.WHOLE_PAGE;
        }
        return unreadPictures(content, text).isEmpty() ? Need.NOTHING : Need.PICTURES;
    }

    /** Large pictures that hardly any text stands on. */
    private static List<Rectangle2D.Double> unreadPictures(PageContent content, PageText text) {
        List<Rectangle2D.Double> unread = new ArrayList<>();
        double page = content.width() * content.height();
        for (PageContent.Picture picture : content.pictures()) {
            Rectangle2D.Double place = picture.place();
            double share = place.width * place.height / page;
            boolean fine = picture.pixelsWide() >= LEAST_PIXELS && picture.pixelsHigh() >= LEAST_PIXELS / 2;
            if (share >= LARGE && fine && lettersOn(place, content, text) < SPARSE * share) {
                unread.add(place);
            }
        }
        return unread;
    }

    private static int lettersOn(Rectangle2D.Double place, PageContent content, PageText text) {
        int letters = 0;
        for (Word word : text.words()) {
            double x = (word.box().x() + word.box().width() / 2) * content.width();
            double y = (word.box().y() + word.box().height() / 2) * content.height();
            letters += place.contains(x, y) ? word.end() - word.start() : 0;
        }
        return letters;
    }

    boolean canHelp() {
        return left > 0 && recogniser.isInstalled();
    }

    /** The page with what was recognised; as it was when nothing was. */
    PageText recognise(PageContent content, PageText text, TextSink read, Need need) throws IOException {
        left--;
        double scale = DPI / INCH;
        double pixels = content.width() * content.height() * scale * scale;
        scale *= pixels > MOST_PIXELS ? Math.sqrt(MOST_PIXELS / pixels) : 1;
        BufferedImage picture = draw(text.number(), scale);
        if (need == Need.PICTURES) {
            keepOnly(picture, unreadPictures(content, text), scale);
        }
        Seen seen = see(picture, need, scale);
        if (need == Need.PICTURES) {
            if (seen.words().isEmpty()) {
                return text;
            }
            read.endParagraph();
            PageLayout.layOut(seen.words(), seen.rules(), read);
            return read.toPage(text.number(), PageText.Source.TEXT);
        }
        TextSink sink = new TextSink(content.width(), content.height());
        PageLayout.layOut(seen.words(), seen.rules(), sink);
        PageText recognised = sink.toPage(text.number(), PageText.Source.OCR);
        boolean better = Legibility.isGarbage(text.text())
                || Legibility.letters(recognised.text()) > Legibility.letters(text.text());
        return better ? recognised : text;
    }

    /** What a picture shows, in points. */
    private record Seen(List<Token> words, List<Rule> rules) {}

    private Seen see(BufferedImage picture, Need need, double scale) throws IOException {
        List<Rule> rules = RasterRules.on(picture, scale);
        boolean table = RasterRules.makeTable(rules);
        List<Recogniser.SeenWord> words = recogniser.read(picture, need == Need.PICTURES || table);
        boolean strict = need == Need.PICTURES && !table;
        List<Token> tokens = CodeColumn.repaired(tokens(lines(words, strict), scale));
        // Lines of drawings are no borders of cells.
        return new Seen(tokens, table ? rules : List.of());
    }

    private BufferedImage draw(int number, double scale) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(number - 1, (float) scale, ImageType.GRAY);
    }

    /** Whites out everything beside the pictures, whose text is known already. */
    private static void keepOnly(BufferedImage picture, List<Rectangle2D.Double> places, double scale) {
        int width = picture.getWidth();
        int[] white = new int[width];
        java.util.Arrays.fill(white, 255);
        for (int y = 0; y < picture.getHeight(); y++) {
            boolean[] keep = new boolean[width];
            for (Rectangle2D.Double place : places) {
                if (y >= place.y * scale && y <= (place.y + place.height) * scale) {
                    int from = Math.max(0, (int) (place.x * scale));
                    int to = Math.min(width, (int) Math.ceil((place.x + place.width) * scale));
                    java.util.Arrays.fill(keep, Math.min(from, width), Math.max(from, to), true);
                }
            }
            for (int x = 0; x < width; x++) {
                if (!keep[x]) {
                    picture.getRaster().setSample(x, y, 0, 255);
                }
            }
        }
    }

    /** Words by line, without those that are only a guess; more is a guess on pictures that may show no text at all. */
    private static List<List<Recogniser.SeenWord>> lines(List<Recogniser.SeenWord> words, boolean strict) {
        Map<Integer, List<Recogniser.SeenWord>> byLine = new TreeMap<>();
        for (Recogniser.SeenWord word : words) {
            boolean speaks = word.text().codePoints().anyMatch(Character::isLetterOrDigit);
            float least = strict || !speaks ? LIKELY : CodeColumn.mayBeCode(word.text()) ? UNSURE : POSSIBLE;
            if (word.confidence() >= least) {
                byLine.computeIfAbsent(word.line(), line -> new ArrayList<>()).add(word);
            }
        }
        float sure = strict ? SURE : UNSURE;
        int letters = strict ? 2 : 1;
        return byLine.values().stream()
                .filter(line ->
                        line.stream().anyMatch(w -> w.confidence() >= sure && Legibility.letters(w.text()) >= letters))
                .toList();
    }

    private static List<Token> tokens(List<List<Recogniser.SeenWord>> lines, double scale) {
        List<Token> tokens = new ArrayList<>();
        for (List<Recogniser.SeenWord> line : lines) {
            double size = size(line, scale);
            // One base line for all: a slanted scan must not tear its lines apart.
            List<Double> bases = line.stream()
                    .map(word -> (word.y() + word.height()) / scale - (hasTail(word.text()) ? 0.2 * size : 0))
                    .sorted()
                    .toList();
            double base = bases.get(bases.size() / 2);
            for (Recogniser.SeenWord word : line) {
                tokens.add(
                        new Token(word.text(), word.x() / scale, (word.x() + word.width()) / scale, base, size, false));
            }
        }
        return tokens;
    }

    /** The tall words of a line have capitals or tails: about 85 hundredths of the size of their font. */
    private static double size(List<Recogniser.SeenWord> line, double scale) {
        List<Integer> heights =
                line.stream().map(Recogniser.SeenWord::height).sorted().toList();
        return Math.max(3, heights.get(heights.size() * 3 / 4) / scale / 0.85);
    }

    private static boolean hasTail(String text) {
        return text.chars().anyMatch(c -> "gjpqy,;()[]{}Q".indexOf(c) >= 0);
    }
}
