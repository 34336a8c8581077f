package org.fieldwright.domain.copilot;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What in a text can be checked letter by letter: figures with their units, codes (fault codes, part and model numbers)
 * and short names in capitals (terminals). Spelling does not matter: {@code 1,8m} is {@code 1.8 m}, {@code N·m} is
 * {@code Nm}, {@code E-43/04} is {@code E4304}.
 *
 * @param figures in order
 * @param joined figures whose thousands are set apart by spaces; their parts stand in {@code figures} too
 * @param claims codes as written, in order
 * @param codes all codes in plain form, also parts of a code and those that may be a figure with its unit
 * @param capitals short names in capitals, in order
 * @param words all words, as written and in lower case
 * @param looseUnits names of units that stand without a figure, e.g. in the head of a table
 */
public record Facts(
        List<Figure> figures,
        List<Figure> joined,
        List<String> claims,
        Set<String> codes,
        List<String> capitals,
        Set<String> words,
        Set<String> looseUnits) {

    /**
     * A figure.
     *
     * @param start its offset in the text once that is brought to one spelling
     * @param readings the number in plain form; two when a separator can be read both ways ({@code 1.000})
     * @param unit the unit's name, empty when none stands with it
     */
    public record Figure(String shown, int start, int end, Set<String> readings, boolean negative, String unit) {
        Figure withUnit(String other) {
            return new Figure(shown, start, end, readings, negative, other);
        }

        boolean isWithin(Figure other) {
            return start >= other.start && start < other.end;
        }
    }

    /** Reads a text. */
    public static Facts in(String text) {
        return new FactReader(normalised(text)).read();
    }

    /** One spelling for dashes, spaces, degrees, ligatures and what printers do to letters. */
    static String normalised(String text) {
        String plain = text.replaceAll("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF™®©]", "")
                .replace('º', '°')
                .replace('″', '"')
                .replaceAll("(?<=\\p{L})²", "2")
                .replaceAll("(?<=\\p{L})³", "3")
                .replaceAll("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", " ");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("-\\R", "-")
                .replace('\u2044', '/')
                .replaceAll("[•∙⋅]", "·")
                .replaceAll("(?<=\\d)×(?=\\d)", "x");
    }

    /** A code in plain form: letters and digits only, upper case. */
    static String plain(String code) {
        return code.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a code stands here, in any spelling. */
    public boolean hasCode(String code) {
        return codes.contains(plain(code));
    }

    /** Whether a figure with this unit stands here. */
    public boolean hasUnit(String unit) {
        return figures.stream().anyMatch(figure -> figure.unit().equals(unit));
    }

    /** What of this text none of the sources holds, as written; empty when all is borne out. */
    public List<String> missingFrom(List<Facts> sources) {
        Set<String> missing = new LinkedHashSet<>();
        for (Figure figure : figures) {
            boolean whole = joined.stream().anyMatch(big -> figure.isWithin(big) && isBorne(big, sources));
            if (!whole && !isBorne(figure, sources)) {
                missing.add(figure.shown());
            }
        }
        for (String code : claims) {
            if (sources.stream().noneMatch(source -> source.hasCode(code))) {
                missing.add(code);
            }
        }
        for (String name : capitals) {
            if (sources.stream().noneMatch(source -> source.names(name))) {
                missing.add(name);
            }
        }
        return List.copyOf(missing);
    }

    private static boolean isBorne(Figure figure, List<Facts> sources) {
        return sources.stream().anyMatch(source -> source.bears(figure));
    }

    private boolean bears(Figure claimed) {
        String asCode = plain(claimed.shown());
        if (asCode.chars().anyMatch(Character::isLetter) && codes.contains(asCode)) {
            return true;
        }
        return figures.stream().anyMatch(own -> says(own, claimed))
                || joined.stream().anyMatch(own -> says(own, claimed));
    }

    private boolean says(Figure own, Figure claimed) {
        boolean sameNumber =
                own.negative() == claimed.negative() && own.readings().stream().anyMatch(claimed.readings()::contains);
        boolean sameUnit = claimed.unit().isEmpty()
                || own.unit().equals(claimed.unit())
                || (own.unit().isEmpty() && looseUnits.contains(claimed.unit()));
        return sameNumber && sameUnit;
    }

    private boolean names(String name) {
        return words.contains(name)
                || codes.contains(name)
                || (name.length() > 2 && words.contains(name.toLowerCase(Locale.ROOT)));
    }
}
