package org.fieldwright.domain.copilot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@link Facts} of one text, word by word. */
final class FactReader {
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}°%Ω$€£\"]+" + "(?:(?:[-./+:·_×][\\p{L}\\p{N}]|(?<=\\d),\\d)[\\p{L}\\p{N}°%Ω\"]*)*");
    private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
    private static final String RUN = NUMBER + "(?:[-/:+x×]" + NUMBER + ")*";
    private static final Pattern ONE_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern FIGURES = Pattern.compile(RUN);
    private static final Pattern PRICE = Pattern.compile("([$€£])(" + RUN + ")");
    private static final Pattern GLUED = Pattern.compile("(" + RUN + ")(-?)([^\\d-].*)");
    private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}{2,}\\.(" + NUMBER + ")");
    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");
    private static final Pattern LOWER_WORDS = Pattern.compile("\\p{Ll}{3,}(?:-\\p{Ll}+)*");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{1,5}");
    private static final Pattern CURRENT = Pattern.compile("(?i)v(ac|dc)");
    private static final Pattern BARE_NUMBER_BEHIND = Pattern.compile(" (\\d+)\\b(?![.,]\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("(\\d{1,3}(?: \\d{3})+)(?!\\d)");
    private static final Pattern SENTENCE_START = Pattern.compile("(?s)(?:.*[.!?:\\n·*-]\\s*)?");
    private static final Pattern CHUNK = Pattern.compile("[ \\t-]?([^\\s()\\[\\],;]+)");
    private static final Pattern CHAIN =
            Pattern.compile("\\s*(?:-|to|/|x|×|\\.{2,3}|±|and|or|bis|till|und|oder|och|eller|et|ou|à|a|,)\\s*");
    private static final int LONGEST_SPELLING = 3;

    private static final Map<String, String> NUMBER_WORDS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("twice", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("fifty", "50"),
            Map.entry("sixty", "60"),
            Map.entry("ninety", "90"),
            Map.entry("hundred", "100"),
            Map.entry("thousand", "1000"),
            Map.entry("zwei", "2"),
            Map.entry("drei", "3"),
            Map.entry("vier", "4"),
            Map.entry("fünf", "5"),
            Map.entry("zehn", "10"),
            Map.entry("zwölf", "12"),
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("två", "2"),
            Map.entry("tre", "3"),
            Map.entry("fyra", "4"));

    private final String text;
    private final List<Facts.Figure> figures = new ArrayList<>();
    private final List<Facts.Figure> joined = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final List<String> capitals = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> looseUnits = new HashSet<>();

    /** A unit behind a figure, and the offset behind the unit. */
    private record Unit(String name, String spelling, int end) {}

    FactReader(String normalised) {
        this.text = normalised;
    }

    Facts read() {
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (at <= text.length() && word.find(at)) {
            at = readWord(word.group(), word.start(), word.end());
        }
        handUnitsDownChains();
        return new Facts(figures, joined, claims, codes, capitals, words, looseUnits);
    }

    /** Reads one word, and behind a figure its unit; answers where to go on. */
    private int readWord(String word, int start, int end) {
        remember(word);
        if (word.chars().noneMatch(Character::isDigit)) {
            readLetters(word, start, end);
            return end;
        }
        Matcher price = PRICE.matcher(word);
        Matcher ordinal = ORDINAL.matcher(word);
        Matcher abbreviated = ABBREVIATED.matcher(word);
        if (FIGURES.matcher(word).matches()) {
            return readFigures(word, start, end);
        }
        if (price.matches()) {
            addFigures(
                    price.group(2),
                    start + 1,
                    new Unit(Units.named(price.group(1)).orElseThrow(), "", end));
            return end;
        }
        if (ordinal.matches()) {
            addFigures(ordinal.group(1), start, new Unit("", "", end));
            return end;
        }
        if (abbreviated.matches()) {
            return readFigures(abbreviated.group(1), start + abbreviated.start(1), end);
        }
        return readMixed(word, start, end);
    }

    private void remember(String word) {
        words.add(word);
        words.add(word.toLowerCase(Locale.ROOT));
        for (String piece : word.split("[-/.:+_]", -1)) {
            words.add(piece);
            words.add(piece.toLowerCase(Locale.ROOT));
        }
    }

    /** Letters and digits in one word: a figure with its unit, {@code 4-wire}, or a code. */
    private int readMixed(String word, int start, int end) {
        Matcher glued = GLUED.matcher(word);
        if (glued.matches()) {
            String behind = glued.group(3);
            Optional<String> unit = unitNamed(behind);
            if (unit.isPresent()) {
                addFigures(glued.group(1), start, new Unit(unit.get(), behind, end));
                codes.add(Facts.plain(word));
                return end;
            }
            if (!glued.group(2).isEmpty() && LOWER_WORDS.matcher(behind).matches()) {
                addFigures(glued.group(1), start, new Unit("", "", start + glued.end(1)));
                return end;
            }
        }
        claims.add(word);
        codes.add(Facts.plain(word));
        for (String piece : word.split("[-/+_]", -1)) {
            if (piece.matches(".*\\p{L}.*") && piece.matches(".*\\d.*")) {
                codes.add(Facts.plain(piece));
            }
        }
        return end;
    }

    private void readLetters(String word, int start, int end) {
        String number = NUMBER_WORDS.get(word.toLowerCase(Locale.ROOT));
        if (number != null) {
            String unit = unitBehind(end).map(Unit::name).orElse("");
            figures.add(new Facts.Figure(word, start, end, Set.of(number), false, unit));
            return;
        }
        boolean bracketed = start > 0 && end < text.length() && "([".indexOf(text.charAt(start - 1)) >= 0;
        Optional<String> unit = Units.named(word).filter(name -> bracketed || !Units.isAlsoAWord(word));
        unit.ifPresent(looseUnits::add);
        rememberCurrent(word);
        if (!CAPITALS.matcher(word).matches() || word.equals("I")) {
            return;
        }
        Matcher numberBehind = BARE_NUMBER_BEHIND.matcher(text).region(end, text.length());
        if (word.length() <= 2
                && numberBehind.lookingAt()
                && unitBehind(numberBehind.end()).isEmpty()) {
            codes.add(Facts.plain(word + numberBehind.group(1)));
        }
        boolean article = word.equals("A")
                && SENTENCE_START.matcher(text.substring(0, start)).matches();
        if (!article && !(bracketed && unit.isPresent())) {
            capitals.add(word);
        }
    }

    /** Whether a current is alternating or direct hides in its unit: {@code 24VDC}. */
    private void rememberCurrent(String spelling) {
        Matcher current = CURRENT.matcher(spelling);
        if (current.matches()) {
            String name = current.group(1).toUpperCase(Locale.ROOT);
            words.add(name);
            capitals.add(name);
        }
    }

    private int readFigures(String run, int start, int end) {
        Unit unit = unitBehind(end).orElse(new Unit("", "", end));
        addFigures(run, start, unit);
        Matcher thousands = THOUSANDS.matcher(text).region(start, text.length());
        if (run.length() <= 3 && thousands.lookingAt()) {
            String all = thousands.group(1);
            String unitOfAll = unitBehind(thousands.end()).map(Unit::name).orElse("");
            joined.add(new Facts.Figure(all, start, thousands.end(), Set.of(all.replace(" ", "")), false, unitOfAll));
        }
        return unit.end();
    }

    private void addFigures(String run, int start, Unit unit) {
        rememberCurrent(unit.spelling());
        Matcher number = ONE_NUMBER.matcher(run);
        while (number.find()) {
            int from = start + number.start();
            boolean last = number.end() == run.length();
            String shown = last && !unit.spelling().isEmpty() ? text.substring(from, unit.end()) : number.group();
            int end = last ? unit.end() : start + number.end();
            figures.add(new Facts.Figure(shown, from, end, readings(number.group()), isNegative(from), unit.name()));
        }
    }

    private boolean isNegative(int from) {
        return from > 0
                && text.charAt(from - 1) == '-'
                && (from == 1 || " \t\n(+/".indexOf(text.charAt(from - 2)) >= 0);
    }

    /** The unit that stands behind an offset, the longest spelling first. */
    private Optional<Unit> unitBehind(int offset) {
        List<String> chunks = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher chunk = CHUNK.matcher(text).region(offset, text.length());
        while (chunks.size() < LONGEST_SPELLING && chunk.lookingAt()) {
            chunks.add(chunk.group(1));
            ends.add(chunk.end());
            chunk.region(chunk.end(), text.length());
        }
        for (int length = chunks.size(); length >= 1; length--) {
            String spelling = String.join(" ", chunks.subList(0, length));
            String trimmed = spelling.replaceFirst("[.:?!'*]+$", "");
            boolean preposition = trimmed.equals("in")
                    && chunks.size() > length
                    && Character.isLetter(chunks.get(length).charAt(0));
            Optional<String> unit = unitNamed(trimmed);
            if (unit.isPresent() && !preposition) {
                int end = ends.get(length - 1) - (spelling.length() - trimmed.length());
                return Optional.of(new Unit(unit.get(), trimmed, end));
            }
        }
        return Optional.empty();
    }

    /** The unit a spelling names, as a whole or up to a slash: {@code V/50Hz}. */
    private static Optional<String> unitNamed(String spelling) {
        int slash = spelling.indexOf('/');
        return Units.named(spelling).or(() -> slash > 0 ? Units.named(spelling.substring(0, slash)) : Optional.empty());
    }

    /** In {@code 1.8 to 2.3 m} both figures are metres. */
    private void handUnitsDownChains() {
        for (int i = figures.size() - 2; i >= 0; i--) {
            Facts.Figure left = figures.get(i);
            Facts.Figure right = figures.get(i + 1);
            int to = right.negative() ? right.start() - 1 : right.start();
            if (left.unit().isEmpty()
                    && !right.unit().isEmpty()
                    && left.end() < to
                    && CHAIN.matcher(text.substring(left.end(), to)).matches()) {
                figures.set(i, left.withUnit(right.unit()));
            }
        }
    }

    /** A number without thousands marks, with a point, without idle zeros. */
    private static Set<String> readings(String number) {
        int last = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
        if (last < 0) {
            return Set.of(withoutLeadingZeros(number));
        }
        String ungrouped = number.replaceAll("[.,]", "");
        String asDecimal = number.substring(0, last).replaceAll("[.,]", "")
                + ("." + number.substring(last + 1)).replaceFirst("\\.?0+$", "");
        boolean oneKind = number.indexOf(',') < 0 || number.indexOf('.') < 0;
        boolean several =
                oneKind && number.chars().filter(c -> c == ',' || c == '.').count() > 1;
        boolean groups = number.matches("\\d{1,3}(?:[.,]\\d{3})+");
        if (several) {
            return groups ? Set.of(ungrouped, number) : Set.of(number);
        }
        Set<String> readings = new HashSet<>();
        readings.add(withoutLeadingZeros(asDecimal));
        if (groups && oneKind) {
            readings.add(ungrouped);
        }
        return readings;
    }

    private static String withoutLeadingZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }
}
