package org.fieldwright.rag.ingest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.Word;

/**
 * What the reading child says, as a stream of frames: how many pages, each page, the end or a problem. The parent trusts
 * none of it: every number is checked against a limit before memory is taken for it.
 */
final class PageFrames {
    private static final int PAGES = 1;
    private static final int PAGE = 2;
    private static final int RECOGNISING = 3;
    private static final int END = 4;
    private static final int PROBLEM = 5;

    private static final int MAX_TEXT = 8 << 20;
    private static final int MAX_ITEMS = 400_000;

    private PageFrames() {}

    /** One thing the child said. */
    sealed interface Said {
        record Pages(int count) implements Said {}

        record Page(PageText page) implements Said {}

        /** A page is being recognised from its picture, which takes longer. */
        record Recognising(int page) implements Said {}

        record End(ManualReader.ReadManual manual) implements Said {}

        record Problem(ReadingProblem problem) implements Said {}
    }

    static void pages(DataOutputStream out, int count) throws IOException {
        out.writeByte(PAGES);
        out.writeInt(count);
        out.flush();
    }

    static void recognising(DataOutputStream out, int page) throws IOException {
        out.writeByte(RECOGNISING);
        out.writeInt(page);
        out.flush();
    }

    static void page(DataOutputStream out, PageText page) throws IOException {
        out.writeByte(PAGE);
        out.writeInt(page.number());
        out.writeFloat(page.width());
        out.writeFloat(page.height());
        text(out, page.source().name());
        text(out, page.text());
        out.writeInt(page.words().size());
        for (Word word : page.words()) {
            out.writeInt(word.start());
            out.writeInt(word.end());
            out.writeFloat(word.box().x());
            out.writeFloat(word.box().y());
            out.writeFloat(word.box().width());
            out.writeFloat(word.box().height());
        }
        out.writeInt(page.lines().size());
        for (Line line : page.lines()) {
            out.writeInt(line.start());
            out.writeInt(line.end());
            out.writeFloat(line.size());
            out.writeBoolean(line.bold());
            out.writeByte(line.level());
        }
        out.flush();
    }

    static void end(DataOutputStream out, ManualReader.ReadManual manual) throws IOException {
        out.writeByte(END);
        text(out, manual.mediaType());
        text(out, manual.title());
        text(out, manual.equipment().manufacturer());
        text(out, manual.equipment().model());
        out.writeInt(manual.pages());
        out.flush();
    }

    static void problem(DataOutputStream out, ReadingProblem problem) throws IOException {
        out.writeByte(PROBLEM);
        text(out, problem.name());
        out.flush();
    }

    /**
     * The next thing the child says.
     *
     * @throws java.io.EOFException when it has ended
     * @throws IOException when it says nonsense
     */
    static Said next(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case PAGES -> new Said.Pages(in.readInt());
            case PAGE -> new Said.Page(page(in));
            case RECOGNISING -> new Said.Recognising(in.readInt());
            case END ->
                new Said.End(new ManualReader.ReadManual(
                        text(in), text(in), new Equipment(text(in), text(in)), in.readInt()));
            case PROBLEM -> new Said.Problem(named(ReadingProblem.class, text(in)));
            default -> throw new IOException("the reading process speaks another language: " + kind);
        };
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String name) throws IOException {
        try {
            return Enum.valueOf(kind, name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such name", e);
        }
    }

    private static PageText page(DataInputStream in) throws IOException {
        int number = in.readInt();
        float width = in.readFloat();
        float height = in.readFloat();
        PageText.Source source = named(PageText.Source.class, text(in));
        if (number < 1) {
            throw new IOException("not a page");
        }
        String text = text(in);
        int wordCount = count(in);
        List<Word> words = new ArrayList<>(Math.min(wordCount, 4096));
        for (int i = 0; i < wordCount; i++) {
            int start = in.readInt();
            int end = in.readInt();
            checkRange(start, end, text);
            words.add(new Word(start, end, new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat())));
        }
        int lineCount = count(in);
        List<Line> lines = new ArrayList<>(Math.min(lineCount, 4096));
        for (int i = 0; i < lineCount; i++) {
            int start = in.readInt();
            int end = in.readInt();
            checkRange(start, end, text);
            lines.add(new Line(start, end, in.readFloat(), in.readBoolean(), in.readByte()));
        }
        return new PageText(number, width, height, text, words, lines, source);
    }

    private static void checkRange(int start, int end, String text) throws IOException {
        if (start < 0 || end < start || end > text.length()) {
            throw new IOException("a stretch outside the page");
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_ITEMS) {
            throw new IOException("too many items on a page");
        }
        return count;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
