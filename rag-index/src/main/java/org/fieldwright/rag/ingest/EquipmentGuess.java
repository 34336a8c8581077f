package org.fieldwright.rag.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.domain.manual.Equipment;

/** Guesses maker and models from a manual's title, file name and first pages. A person may correct it. */
final class EquipmentGuess {
    private static final int MODELS = 6;
    private static final int LONGEST = 120;

    /** Letters and digits together, as models are written: MSZ-EF25VG, GPU-4060, HB976GM.1A, 75/50 not. */
    private static final Pattern MODEL = Pattern.compile(
            "(?<![\\p{L}\\p{N}./_-])(?=[A-Z0-9./-]*[A-Z])(?=[A-Z0-9./-]*\\d)[A-Z0-9]{2,}(?:[-./][A-Z0-9]{1,8}){0,4}(?![\\p{L}\\p{N}_])");

    /** Standards, refrigerants, protections, units and dates look like models. */
    private static final Pattern NO_MODEL = Pattern.compile(
            "(?:EN|ISO|IEC|DIN|UL|IP|CSA|ANSI|ASTM|AS|NZS|BS|VDE|CE)[-/.]?\\d.*"
                    + "|R-?\\d{1,4}[A-Z]{0,2}|\\d+(?:[.,/-]\\d+)*(?:V|VAC|VDC|A|W|KW|HZ|MM|CM|M|KG|L|PSI|BTU|F|C|K|PH|MA|AH|MB|GB|ST|ND|RD|TH)"
                    + "|\\d+X\\d+.*|RS-?\\d{3}|USB\\d*.*|PAGE\\d+|REV\\.?\\d.*|V\\d+(?:\\.\\d+)*|[A-Z]\\d|H2O|CO2|WPA2|WIFI\\d|20\\d\\d[-./].*");

    private EquipmentGuess() {}

    static Equipment from(String title, String fileName, String text) {
        String head = text.substring(0, Math.min(text.length(), 12_000));
        String maker = maker(title, fileName, head);
        return new Equipment(maker, String.join(", ", models(title, fileName, head)));
    }

    private static String maker(String title, String fileName, String text) {
        String best = "";
        int most = 1;
        for (Map.Entry<String, Pattern> candidate : makers().entrySet()) {
            int weight = 12 * count(candidate.getValue(), title)
                    + 8 * count(candidate.getValue(), fileName.replaceAll("[-_.]", " "))
                    + Math.min(10, count(candidate.getValue(), text));
            if (weight > most) {
                most = weight;
                best = candidate.getKey();
            }
        }
        return best;
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static List<String> models(String title, String fileName, String text) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weigh(weights, title, 10);
        weigh(
                weights,
                fileName.replaceAll("\\.[A-Za-z]+$", "")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[_ ]+", " "),
                3);
        weigh(weights, text, 1);
        List<String> models = new ArrayList<>();
        weights.entrySet().stream()
                .filter(e -> e.getValue() >= 3)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MODELS)
                .map(Map.Entry::getKey)
                .forEach(models::add);
        while (String.join(", ", models).length() > LONGEST) {
            models.removeLast();
        }
        return models;
    }

    private static void weigh(Map<String, Integer> weights, String text, int weight) {
        Matcher matcher = MODEL.matcher(text);
        while (matcher.find()) {
            String model = matcher.group();
            if (model.length() >= 4 && !NO_MODEL.matcher(model).matches()) {
                weights.merge(model, weight, Integer::sum);
            }
        }
    }

    private static Map<String, Pattern> makers() {
        Map<String, Pattern> makers = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Optional.ofNullable(EquipmentGuess.class.getResourceAsStream("manufacturers.txt"))
                        .orElseThrow(),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] names = line.strip().split("\\|", -1);
                    String any = String.join(
                            "|", List.of(names).stream().map(Pattern::quote).toList());
                    // Short and common words count only as makers write them.
                    int flags = isCommonWord(names[0]) ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                    makers.put(
                            names[0], Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])", flags));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return makers;
    }

    private static boolean isCommonWord(String name) {
        return name.length() <= 4
                || Set.of(
                                "Carrier",
                                "Champion",
                                "Atlantic",
                                "Ideal",
                                "Flair",
                                "Williams",
                                "Viking",
                                "Rational",
                                "Sharp",
                                "Delta Faucet",
                                "Peerless",
                                "Emerson",
                                "Outback",
                                "Bradley")
                        .contains(name);
    }
}
