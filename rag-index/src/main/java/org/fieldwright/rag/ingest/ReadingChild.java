package org.fieldwright.rag.ingest;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;
import org.fieldwright.rag.child.ChildJvm;

/**
 * The process that reads one file and ends. Learns from standard input which file and which limits, says on standard
 * output what it reads.
 */
final class ReadingChild {
    /** Deep enough for honest files; hostile ones overflow it and end as a problem of their own. */
    private static final long STACK = 32L << 20;

    private ReadingChild() {}

    public static void main(String[] args) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints must not end up among the pages.
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.OFF);
        DataInputStream in = new DataInputStream(System.in);
        SourceFile file = new SourceFile(Path.of(in.readUTF()), in.readUTF(), in.readLong());
        Map<String, String> settings = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.put(in.readUTF(), in.readUTF());
        }
        ChildJvm.dieWithParent(in);
        ReadingSettings limits = ReadingSettings.from(name -> Optional.ofNullable(settings.get(name)));
        Thread work = new Thread(null, () -> read(file, limits, out), "reading", STACK);
        work.start();
    }

    /** In the parent: what {@link #main} reads. */
    static void tell(DataOutputStream child, SourceFile file, ReadingSettings limits) throws IOException {
        child.writeUTF(file.path().toAbsolutePath().toString());
        child.writeUTF(file.fileName());
        child.writeLong(file.bytes());
        Map<String, String> settings = limits.byName();
        child.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            child.writeUTF(setting.getKey());
            child.writeUTF(setting.getValue());
        }
        child.flush();
    }

    private static void read(SourceFile file, ReadingSettings limits, DataOutputStream out) {
        int exit = 0;
        Recogniser recogniser = new TesseractCommand(limits.ocr(), Path.of(System.getProperty("java.io.tmpdir")));
        try {
            try {
                PageFrames.end(out, new FileReading(limits, recogniser, new SpokenPages(out)).read(file));
            } catch (UnreadableManualException e) {
                PageFrames.problem(out, e.problem());
            } catch (StackOverflowError e) {
                PageFrames.problem(out, ReadingProblem.TOOK_TOO_MUCH_MEMORY);
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                PageFrames.problem(out, ReadingProblem.UNEXPECTED);
            }
        } catch (IOException parentIsGone) {
            exit = 1;
        }
        Runtime.getRuntime().halt(exit);
    }

    private record SpokenPages(DataOutputStream out) implements FileReading.Listener {
        @Override
        public void pages(int count) throws IOException {
            PageFrames.pages(out, count);
        }

        @Override
        public void recognising(int page) throws IOException {
            PageFrames.recognising(out, page);
        }

        @Override
        public void page(PageText page) throws IOException {
            PageFrames.page(out, page);
        }
    }
}
