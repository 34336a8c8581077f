package org.fieldwright.domain.people.zxcvbn;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldwright.domain.people.GuessablePasswords;

/**
 * Estimates how many tries a patient guesser needs: common passwords and words, names, dates, keyboard rows, repetitions,
 * and what is known of the person (Wheeler, zxcvbn, USENIX Security 2016).
 */
@ApplicationScoped
class ZxcvbnPasswords implements GuessablePasswords {
    /** A score from 0 to 4; below 3 is fewer than 10^8 guesses. */
    private static final int SAFE = 3;

    /** The estimate's work grows with the square of the length; what is long is judged by its beginning. */
    private static final int JUDGED = 64;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    @Override
    public boolean contains(String password, List<String> about) {
        List<String> known = new ArrayList<>();
        for (String text : about) {
            String lower = text.toLowerCase(Locale.ROOT);
            String[] words = lower.split("[\\s@.,_-]+");
            known.add(lower);
            known.add(String.join("", words));
            known.addAll(List.of(words));
        }
        known.removeIf(String::isBlank);
        String judged = password.substring(0, Math.min(password.length(), JUDGED));
        return zxcvbn.measure(judged, known).getScore() < SAFE;
    }
}
