package org.fieldwright.domain.manual;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The equipment somebody may choose from, one model each. What is not among it may be typed all the same.
 *
 * @param all sorted by words, without repetition
 */
public record EquipmentChoices(List<Equipment> all) {
    public EquipmentChoices {
        all = List.copyOf(all);
    }

    /** From equipment as manuals state it, several models to a manual. */
    public static EquipmentChoices of(List<Equipment> stated) {
        return new EquipmentChoices(stated.stream()
                .flatMap(equipment -> Stream.of(equipment.model().split(","))
                        .map(model -> new Equipment(equipment.manufacturer(), model)))
                .filter(equipment -> !equipment.isUnknown())
                .distinct()
                .sorted(Comparator.comparing(Equipment::inWords, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    /** Those whose words contain every word that was typed, whatever the case; all of them for nothing typed. */
    public List<Equipment> matching(String typed) {
        List<String> words = Stream.of(plain(typed).split("\\s+")).toList();
        return all.stream()
                .filter(equipment -> words.stream().allMatch(plain(equipment.inWords())::contains))
                .toList();
    }

    /**
     * What somebody means by the words: the choice that reads so; or, after the name of a known manufacturer, a model of
     * theirs; or else a model of nobody knows whom.
     */
    public Equipment meant(String words) {
        String typed = words == null ? "" : words.strip();
        return all.stream()
                .filter(equipment -> equipment.inWords().equalsIgnoreCase(typed))
                .findFirst()
                .orElseGet(() -> modelOfAKnownManufacturer(typed));
    }

    private Equipment modelOfAKnownManufacturer(String typed) {
        return all.stream()
                .map(Equipment::manufacturer)
                .filter(manufacturer ->
                        !manufacturer.isEmpty() && plain(typed + " ").startsWith(plain(manufacturer) + " "))
                .max(Comparator.comparingInt(String::length))
                .map(manufacturer -> new Equipment(manufacturer, typed.substring(manufacturer.length())))
                .orElseGet(() -> new Equipment("", typed));
    }

    private static String plain(String words) {
        return words == null ? "" : words.toLowerCase(Locale.ROOT);
    }
}
