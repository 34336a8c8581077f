package org.fieldwright.rag.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.UnreadableManualException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Cuts text without fixed pages into pages of a few thousand characters, at titles where it can. Takes XHTML events;
 * keeps no stack, so that nesting costs nothing.
 */
final class FlowPages extends DefaultHandler {
    private static final int FULL = 3000;
    private static final int HALF_FULL = 1500;
    private static final int LONGEST_LINE = 20_000;

    private final int maxPages;
    private final List<PageText> pages = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int level;
    private int bold;
    private int boldLetters;
    private int silent;
    private int preformatted;
    private boolean inRow;
    private boolean firstCell;

    FlowPages(int maxPages) {
        this.maxPages = maxPages;
    }

    private static final class TooManyPages extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** The problem behind an exception, when it was ours. */
    static Optional<UnreadableManualException> tooManyPages(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof TooManyPages
                    || (t instanceof SAXException sax && sax.getException() instanceof TooManyPages)) {
                return Optional.of(new UnreadableManualException(ReadingProblem.TOO_MANY_PAGES, thrown));
            }
        }
        return Optional.empty();
    }

    List<PageText> pages() {
        return pages;
    }

    /** Takes text that has only lines and empty lines; a form feed begins a page. */
    void plainText(String text) {
        try {
            for (String sheet : text.replace("\r\n", "\n").replace('\r', '\n').split("\f", -1)) {
                for (String row : sheet.split("\n", -1)) {
                    if (row.isBlank()) {
                        endParagraph();
                    } else {
                        line.append(row.stripTrailing().replace('\u00A0', ' '));
                        endLine(false);
                    }
                }
                endParagraph();
                endPage();
            }
        } catch (TooManyPages e) {
            throw new UnreadableManualException(ReadingProblem.TOO_MANY_PAGES, e);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        switch (name(localName, qName)) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                endParagraph();
                level = name(localName, qName).charAt(1) - '0';
            }
            case "p" -> {
                if (!inRow) {
                    endParagraph();
                    level = headingStyle(attributes.getValue("class"));
                } else {
                    blank();
                }
            }
            case "div", "section", "article", "blockquote", "dl", "dd", "dt", "ul", "ol", "table", "figcaption" -> {
                if (!inRow) {
                    endParagraph();
                }
            }
            case "li" -> {
                if (inRow) {
                    blank();
                } else {
                    endLine(false);
                    line.append("• ");
                }
            }
            case "br" -> {
                if (inRow) {
                    blank();
                } else {
                    endLine(false);
                }
            }
            case "tr" -> {
                endLine(false);
                inRow = true;
                firstCell = true;
            }
            case "td", "th" -> {
                if (!firstCell) {
                    trimBlank();
                    line.append('\t');
                }
                firstCell = false;
            }
            case "b", "strong" -> bold++;
            case "pre" -> {
                endParagraph();
                preformatted++;
            }
            case "script", "style", "title", "noscript" -> silent++;
            default -> {
                // Everything else is text where it stands.
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        switch (name(localName, qName)) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "p" -> {
                if (!inRow) {
                    endParagraph();
                    level = 0;
                }
            }
            case "li" -> {
                if (!inRow) {
                    endLine(false);
                }
            }
            case "tr" -> {
                endLine(true);
                inRow = false;
            }
            case "table", "ul", "ol", "div", "section", "article", "blockquote", "dl" -> {
                if (!inRow) {
                    endParagraph();
                }
            }
            case "b", "strong" -> bold = Math.max(0, bold - 1);
            case "pre" -> {
                preformatted = Math.max(0, preformatted - 1);
                endParagraph();
            }
            case "script", "style", "title", "noscript" -> silent = Math.max(0, silent - 1);
            default -> {
                // Ends nothing.
            }
        }
    }

    private static String name(String localName, String qName) {
        return (localName == null || localName.isEmpty() ? qName : localName).toLowerCase(Locale.ROOT);
    }

    /** Word processors name the styles of titles. */
    private static int headingStyle(String style) {
        if (style == null) {
            return 0;
        }
        String lower = style.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
        if (lower.equals("title")) {
            return 1;
        }
        return lower.matches("heading[1-6].*") ? lower.charAt("heading".length()) - '0' : 0;
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        if (silent > 0) {
            return;
        }
        for (int i = start; i < start + length; i++) {
            char c = ch[i];
            if (c == '\n' && preformatted > 0) {
                endLine(false);
            } else if (preformatted > 0 && c == ' ') {
                line.append(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank();
            } else if (!Character.isISOControl(c) && c != 0xFEFF) {
                line.append(c);
                boldLetters += bold > 0 ? 1 : 0;
            }
            if (line.length() > LONGEST_LINE) {
                endLine(false);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) {
        // Only there to make the markup pretty.
    }

    @Override
    public void endDocument() throws SAXException {
        endParagraph();
        endPage();
    }

    private void blank() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) != ' ' && line.charAt(length - 1) != '\t') {
            line.append(' ');
        }
    }

    private void trimBlank() {
        while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
            line.setLength(line.length() - 1);
        }
    }

    private void endLine(boolean row) throws TooManyPages {
        trimBlank();
        String text = row ? line.toString().stripTrailing() : line.toString();
        if (!text.isBlank() && !text.equals("•")) {
            boolean startsSection = level > 0 && page.length() > HALF_FULL;
            if (startsSection || (page.length() + text.length() > FULL && page.length() > HALF_FULL)) {
                endPage();
            }
            int start = page.length();
            page.append(text);
            lines.add(new Line(start, page.length(), 0, boldLetters * 2 > text.length(), level));
            page.append('\n');
        }
        line.setLength(0);
        boldLetters = 0;
    }

    private void endParagraph() throws TooManyPages {
        endLine(false);
        int length = page.length();
        if (length > 1 && page.charAt(length - 2) != '\n') {
            page.append('\n');
        }
    }

    private void endPage() throws TooManyPages {
        int end = page.length();
        while (end > 0 && page.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0) {
            if (pages.size() >= maxPages) {
                throw new TooManyPages();
            }
            pages.add(new PageText(
                    pages.size() + 1, 0, 0, page.substring(0, end), List.of(), lines, PageText.Source.TEXT));
        }
        page.setLength(0);
        lines.clear();
    }
}
