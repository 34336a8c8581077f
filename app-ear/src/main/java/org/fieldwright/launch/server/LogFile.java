package org.fieldwright.launch.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file that is set aside when it has grown: {@code server.log}, {@code server.1.log} and so on, five in all. */
final class LogFile implements AutoCloseable {

    private static final int FILES = 5;
    private static final long LARGEST_BYTES = 20L * 1024 * 1024;

    private final Path folder;
    private final String name;
    private BufferedWriter writer;
    private long written;

    LogFile(Path folder, String name) throws IOException {
        this.folder = folder;
        this.name = name;
        setAside();
    }

    Path path() {
        return numbered(0);
    }

    synchronized void write(String text) throws IOException {
        if (written > LARGEST_BYTES) {
            writer.close();
            setAside();
        }
        writer.write(text);
        writer.newLine();
        writer.flush();
        written += text.length() + 1L;
    }

    private void setAside() throws IOException {
        for (int number = FILES - 1; number > 0; number--) {
            Path from = numbered(number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        writer = Files.newBufferedWriter(numbered(0), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        written = 0;
    }

    private Path numbered(int number) {
        return folder.resolve(number == 0 ? name + ".log" : name + "." + number + ".log");
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
