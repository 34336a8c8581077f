package org.fieldwright.sandbox.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** The words that the shop is made of. */
final class Words {
    private static final Pattern NUMBER = Pattern.compile("\\{n\\}");
    private final Map<String, List<String>> lists = new HashMap<>();

    Words() {
        for (String line : lines("words.txt")) {
            int colon = line.indexOf(':');
            lists.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split(";", -1)));
        }
    }

    /** The lines of a file beside this class, without its comments. */
    static List<String> lines(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> all(String list) {
        return lists.get(list);
    }

    String one(String list, Random chance) {
        List<String> words = lists.get(list);
        return words.get(chance.nextInt(words.size()));
    }

    /** A sentence with its numbers thrown. */
    String sentence(String list, Random chance) {
        return NUMBER.matcher(one(list, chance)).replaceAll(match -> String.valueOf(1 + chance.nextInt(9)));
    }
}
