package org.fieldwright.domain.manual;

import java.nio.file.Path;

/**
 * An original, laid down as a file for the reader.
 *
 * @param fileName as uploaded, a hint only
 */
public record SourceFile(Path path, String fileName, long bytes) {}
