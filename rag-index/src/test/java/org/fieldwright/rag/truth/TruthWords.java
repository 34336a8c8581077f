package org.fieldwright.rag.truth;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names that stand in no dictionary and are never given twice. They begin with a tall letter and hang below the line. */
final class TruthWords {
    private static final String TALL = "bdfhkt";
    private static final String HANGING = "gp";
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeou";

    private final Random random;
    private final Set<String> given = new HashSet<>();

    TruthWords(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String word = syllable(TALL) + syllable(CONSONANTS) + syllable(HANGING) + syllable(CONSONANTS) + "x";
        return given.add(word) ? word : next();
    }

    private String syllable(String consonants) {
        return "" + one(consonants) + one(VOWELS);
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    int torque() {
        return 5 + random.nextInt(90);
    }

    /** A sentence that says nothing about any one bracket. */
    String filler() {
        String[] fillers = {
            "Every bracket of the rig is fitted dry, with a flat washer under the head of the screw.",
            "Look at the brackets again after a week of running.",
            "A bracket that has come loose is not tightened again: its screw has stretched.",
            "Take new screws from the kit and keep the old ones out of it.",
            "The rig stands level, on a floor that carries twice its weight.",
            "Switch the rig off and wait until the pump has come to rest.",
            "Clean the faces with a dry cloth before a bracket is set on them.",
            "Nothing may lean on the pipes while a bracket is off.",
            "Write the day of the work into the book that hangs beside the rig.",
            "A second person holds the rail while the upper screws are out.",
        };
        return fillers[random.nextInt(fillers.length)];
    }
}
