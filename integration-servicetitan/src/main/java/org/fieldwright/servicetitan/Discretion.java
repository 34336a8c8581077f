package org.fieldwright.servicetitan;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes customers' data out of what ServiceTitan says about a request: they like to quote it. */
final class Discretion {
    private static final int LONGEST = 300;
    private static final int SHORTEST_VALUE = 3;
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|“[^”]*”");
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d ().-]{4,}\\d");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}+");

    private Discretion() {}

    /**
     * The words without anything that was sent, without quotations, addresses of e-mail and long numbers, on one line of at most 300
     * characters.
     *
     * @param sent what they speak about; null when nothing was sent
     */
    static String applied(String words, Object sent) {
        String said = words;
        for (String value : values(sent)) {
            said = said.replaceAll("(?i)" + Pattern.quote(value), "…");
        }
        said = QUOTED.matcher(said).replaceAll("…");
        said = EMAIL.matcher(said).replaceAll("…");
        said = NUMBER.matcher(said).replaceAll("…");
        said = UNSEEN.matcher(said).replaceAll(" ").strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    private static Set<String> values(Object sent) {
        Set<String> values = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        if (sent instanceof JsonValue json) {
            collect(json, values);
        }
        return values;
    }

    private static void collect(JsonValue json, Set<String> values) {
        switch (json) {
            case JsonObject object -> object.values().forEach(value -> collect(value, values));
            case JsonArray array -> array.forEach(value -> collect(value, values));
            case JsonString text -> {
                if (text.getString().length() >= SHORTEST_VALUE) {
                    values.add(text.getString());
                }
            }
            default -> {}
        }
    }
}
