package org.fieldwright.domain.manual.jdbc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.PageSpan;
import org.fieldwright.domain.manual.Word;

/** Vectors, word places and spans as the columns hold them. */
final class PackedNumbers {
    private static final int BYTES_A_WORD = 24;

    private PackedNumbers() {}

    static byte[] vector(float[] vector) {
        ByteBuffer packed = ByteBuffer.allocate(vector.length * Float.BYTES);
        packed.asFloatBuffer().put(vector);
        return packed.array();
    }

    static float[] vector(byte[] packed) {
        float[] vector = new float[packed.length / Float.BYTES];
        ByteBuffer.wrap(packed).asFloatBuffer().get(vector);
        return vector;
    }

    static byte[] words(List<Word> words) {
        ByteBuffer packed = ByteBuffer.allocate(words.size() * BYTES_A_WORD);
        for (Word word : words) {
            Box box = word.box();
            packed.putInt(word.start()).putInt(word.end());
            packed.putFloat(box.x()).putFloat(box.y()).putFloat(box.width()).putFloat(box.height());
        }
        return packed.array();
    }

    static List<Word> words(byte[] packed) {
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        List<Word> words = new ArrayList<>(packed.length / BYTES_A_WORD);
        while (buffer.remaining() >= BYTES_A_WORD) {
            int start = buffer.getInt();
            int end = buffer.getInt();
            words.add(new Word(
                    start, end, new Box(buffer.getFloat(), buffer.getFloat(), buffer.getFloat(), buffer.getFloat())));
        }
        return words;
    }

    static Integer[] spans(List<PageSpan> spans) {
        return spans.stream()
                .flatMap(span -> List.of(span.page(), span.start(), span.end()).stream())
                .toArray(Integer[]::new);
    }

    static List<PageSpan> spans(Integer[] packed) {
        List<PageSpan> spans = new ArrayList<>(packed.length / 3);
        for (int i = 0; i + 2 < packed.length; i += 3) {
            spans.add(new PageSpan(packed[i], packed[i + 1], packed[i + 2]));
        }
        return spans;
    }
}
