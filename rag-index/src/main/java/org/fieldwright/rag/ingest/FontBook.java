package org.fieldwright.rag.ingest;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** What the fonts of one file mean: the character behind a code, bold or not, and the size of letters. */
final class FontBook {
    private final IdentityHashMap<COSDictionary, Page> pages = new IdentityHashMap<>();

    private boolean learning;
    private int usualShift;

    /** What is known of one font. */
    private static final class Page {
        private final boolean bold;
        private final double em;
        private final boolean unmapped;
        private final Map<Integer, String> meanings = new HashMap<>();
        private final StringBuilder sample = new StringBuilder();
        private OptionalInt shift = OptionalInt.empty();

        Page(boolean bold, double em, boolean unmapped) {
            this.bold = bold;
            this.em = em;
            this.unmapped = unmapped;
        }
    }

    /** From here on, texts of fonts that do not say what their codes mean are collected. */
    void beginLearning() {
        learning = true;
    }

    /** Decides for each collected font; a font with too little text follows the others. */
    void endLearning() {
        learning = false;
        for (Page page : pages.values()) {
            page.shift = CodeShift.of(page.sample.toString());
            page.meanings.clear();
        }
        usualShift = pages.values().stream()
                .flatMapToInt(p -> p.shift.stream())
                .filter(shift -> shift != 0)
                .findFirst()
                .orElse(0);
    }

    /** Whether a font was met whose codes may mean something else than they say. */
    boolean hasUnmapped() {
        return pages.values().stream().anyMatch(p -> p.unmapped);
    }

    boolean isBold(PDFont font) {
        return page(font).bold;
    }

    double emOf(PDFont font) {
        return page(font).em;
    }

    /** The character behind a code; empty when there is none, a blank for any kind of space. */
    String meaning(PDFont font, int code) {
        Page page = page(font);
        String known = page.meanings.computeIfAbsent(code, c -> look(page, font, c));
        if (learning && page.unmapped && page.sample.length() < 4000) {
            page.sample.append(known);
        }
        return known;
    }

    private String look(Page page, PDFont font, int code) {
        String text = null;
        try {
            text = font.toUnicode(code);
        } catch (RuntimeException brokenMap) {
            // Falls through to the code itself.
        }
        if (text == null && (font instanceof PDSimpleFont || page.unmapped) && code > 0 && code < 0xFFFE) {
            text = String.valueOf((char) code);
        }
        if (text == null) {
            return "";
        }
        if (page.unmapped && learning) {
            return text;
        }
        return clean(page.unmapped ? CodeShift.apply(page.shift.orElse(usualShift), text) : text);
    }

    /** Ligatures apart, all spaces alike, nothing invisible. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xFB00 && c <= 0xFB06) {
                out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                out.append(' ');
            } else if (c == 0xAD) {
                out.append('-');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && c != 0xFFFD) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private Page page(PDFont font) {
        return pages.computeIfAbsent(font.getCOSObject(), f -> new Page(isBoldFont(font), em(font), isUnmapped(font)));
    }

    private static boolean isBoldFont(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        if (name.contains("bold") || name.contains("black") || name.contains("heavy") || name.contains("-demi")) {
            return true;
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }

    /** Letters of a Type 3 font are drawn in a space of their own; all others have an em of 1. */
    private static double em(PDFont font) {
        if (font instanceof PDType3Font type3) {
            try {
                double tall = type3.getFontMatrix().getScalingFactorY()
                        * Math.abs(type3.getBoundingBox().getHeight());
                return tall > 0.1 && tall < 10 ? tall / 1.18 : 1;
            } catch (RuntimeException brokenBox) {
                return 1;
            }
        }
        return 1;
    }

    private static boolean isUnmapped(PDFont font) {
        COSDictionary dictionary = font.getCOSObject();
        if (dictionary.getDictionaryObject(COSName.TO_UNICODE) != null) {
            return false;
        }
        COSBase encoding = dictionary.getDictionaryObject(COSName.ENCODING);
        return COSName.TYPE0.equals(dictionary.getCOSName(COSName.SUBTYPE))
                && (COSName.IDENTITY_H.equals(encoding) || COSName.IDENTITY_V.equals(encoding));
    }
}
