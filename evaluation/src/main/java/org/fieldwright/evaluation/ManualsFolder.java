package org.fieldwright.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and of the folders in it, in the order of their names. */
record ManualsFolder(Path folder) {
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + " is not a folder.");
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw new InputException(folder + " has no files.");
            }
            return files;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(folder + " cannot be read.", unreadable);
        }
    }
}
