package org.fieldwright.launch.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A manual to test citations with: every page tells one thing about a part whose name is a word that stands on no other
 * page. Who asks about the part must be sent to that page.
 *
 * @param facts one for each page, in order
 * @param content makes the PDF; the same bytes every time
 */
public record PageTruthManual(List<Fact> facts, DemoManual.Content content) {

    /**
     * What one page tells.
     *
     * @param page counts from 1
     * @param word stands on this page only
     * @param sentence the sentence with the word, as it stands there
     */
    public record Fact(int page, String word, String sentence) {

        public String question() {
            return "What torque does the " + word + " bracket need?";
        }
    }

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";

    /** A manual of this many pages; another seed gives other words. */
    public static PageTruthManual of(int pages, long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            String word = word(random, facts);
            facts.add(new Fact(
                    page, word, "Tighten the " + word + " bracket to " + (5 + random.nextInt(90)) + " in-lb."));
        }
        ManualText text = new ManualText(head(facts.getFirst(), seed), blocks(facts));
        return new PageTruthManual(List.copyOf(facts), () -> new ManualPrinter(text).toPdf());
    }

    public byte[] pdf() {
        return content.pdf();
    }

    private static String word(Random random, List<Fact> taken) {
        while (true) {
            StringBuilder made = new StringBuilder();
            for (int syllable = 0; syllable < 4; syllable++) {
                made.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            String word = made.append('x').toString();
            if (taken.stream().noneMatch(fact -> fact.word().equals(word))) {
                return word;
            }
        }
    }

    private static Map<String, String> head(Fact onCover, long seed) {
        return Map.of(
                "manufacturer", "Tallgrass Hydronics",
                "slogan", "Hot water, written down properly.",
                "accent", "2f5d50",
                "illustration", "boiler",
                "product", "Test Rig",
                "title", "Bracket Manual",
                "models", "TR-" + String.format(Locale.ROOT, "%03d", Math.floorMod(seed, 1000)),
                "document", "TG-9999-" + seed,
                "issued", "Issued May 2026",
                "scope", onCover.sentence());
    }

    private static List<Block> blocks(List<Fact> facts) {
        List<Block> blocks = new ArrayList<>();
        for (Fact fact : facts.subList(1, facts.size())) {
            blocks.add(new Block.Section("Bracket " + fact.page(), true));
            blocks.add(
                    new Block.Paragraph("Every bracket of the rig is fitted dry, with a flat washer under the head of "
                            + "the screw, and is looked at again after a week of running."));
            blocks.add(new Block.Paragraph(fact.sentence()));
            blocks.add(new Block.Paragraph("A bracket that has come loose is not tightened again: its screw has "
                    + "stretched. Take a new one from the kit."));
        }
        return blocks;
    }
}
