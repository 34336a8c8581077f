package org.fieldwright.rag.search;

import java.util.Locale;
import org.fieldwright.domain.manual.Embedder;

/** Takes the letters of a text for its meaning. */
class LetterEmbedder implements Embedder {
    @Override
    public String model() {
        return "letters";
    }

    @Override
    public int dimensions() {
        return 26;
    }

    @Override
    public float[] ofPassage(String text) {
        float[] counts = new float[dimensions()];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .forEach(letter -> counts[letter - 'a']++);
        counts[0] += 0.001f; // never of length zero
        double squares = 0;
        for (float count : counts) {
            squares += count * count;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= (float) Math.sqrt(squares);
        }
        return counts;
    }

    @Override
    public float[] ofQuestion(String text) {
        return ofPassage(text);
    }
}
