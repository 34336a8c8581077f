package org.fieldwright.evaluation.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Line;
import org.fieldwright.domain.manual.ManualReader.ReadManual;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Word;

/** What was read, as bytes. */
final class PageRecords {
    private PageRecords() {}

    static void write(DataOutputStream out, ReadManual found, List<PageText> pages) throws IOException {
        writeText(out, found.mediaType());
        writeText(out, found.title());
        writeText(out, found.equipment().manufacturer());
        writeText(out, found.equipment().model());
        out.writeInt(found.pages());
        out.writeInt(pages.size());
        for (PageText page : pages) {
            out.writeInt(page.number());
            out.writeFloat(page.width());
            out.writeFloat(page.height());
            writeText(out, page.text());
            out.writeUTF(page.source().name());
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
                out.writeInt(line.level());
            }
        }
    }

    static ReadManual readFound(DataInputStream in) throws IOException {
        return new ReadManual(readText(in), readText(in), new Equipment(readText(in), readText(in)), in.readInt());
    }

    static List<PageText> readPages(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<PageText> pages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pages.add(readPage(in));
        }
        return pages;
    }

    private static PageText readPage(DataInputStream in) throws IOException {
        int number = in.readInt();
        float width = in.readFloat();
        float height = in.readFloat();
        String text = readText(in);
        PageText.Source source = PageText.Source.valueOf(in.readUTF());
        List<Word> words = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            words.add(new Word(
                    in.readInt(),
                    in.readInt(),
                    new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat())));
        }
        List<Line> lines = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            lines.add(new Line(in.readInt(), in.readInt(), in.readFloat(), in.readBoolean(), in.readInt()));
        }
        return new PageText(number, width, height, text, words, lines, source);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
