package org.fieldwright.rag.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;

/** What a file is, by its content; its name must not say otherwise. */
enum FileKind {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    HTML("text/html"),
    MARKDOWN("text/markdown"),
    TEXT("text/plain");

    private static final Map<String, FileKind> BY_EXTENSION = Map.of(
            "pdf",
            PDF,
            "docx",
            DOCX,
            "html",
            HTML,
            "htm",
            HTML,
            "xhtml",
            HTML,
            "md",
            MARKDOWN,
            "markdown",
            MARKDOWN,
            "txt",
            TEXT,
            "text",
            TEXT);
    private static final int HEADER_WITHIN = 8192;

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * Tells what a file is.
     *
     * @throws UnreadableManualException EMPTY_FILE, UNSUPPORTED_TYPE, WRONG_TYPE, ENCRYPTED, UNPACKS_TOO_LARGE or DAMAGED
     */
    static FileKind of(SourceFile file, ReadingSettings limits) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = in.readNBytes(HEADER_WITHIN);
        }
        if (head.length == 0) {
            throw new UnreadableManualException(ReadingProblem.EMPTY_FILE);
        }
        Optional<FileKind> named = Optional.ofNullable(BY_EXTENSION.get(extension(file.fileName())));
        Optional<FileKind> content = byContent(file.path(), head, named, limits);
        if (content.isEmpty()) {
            throw new UnreadableManualException(
                    named.isPresent() ? ReadingProblem.WRONG_TYPE : ReadingProblem.UNSUPPORTED_TYPE);
        }
        boolean nameSaysNothing = named.isEmpty() && !isKnownName(file.fileName());
        if (!nameSaysNothing && !named.equals(content)) {
            throw new UnreadableManualException(
                    named.isEmpty() && content.get() == TEXT
                            ? ReadingProblem.UNSUPPORTED_TYPE
                            : ReadingProblem.WRONG_TYPE);
        }
        return content.get();
    }

    private static Optional<FileKind> byContent(
            Path path, byte[] head, Optional<FileKind> named, ReadingSettings limits) throws IOException {
        MediaType type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            type = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
        }
        String name = type.getBaseType().toString();
        if (name.equals(PDF.mediaType) || new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return Optional.of(PDF);
        }
        if (name.equals("application/zip")
                || name.equals("application/x-tika-ooxml")
                || name.equals("application/java-archive")) {
            return zipped(path, named, limits);
        }
        if (name.equals("application/x-tika-msoffice") || name.startsWith("application/x-ole")) {
            return locked(path);
        }
        return ofText(type, named);
    }

    private static Optional<FileKind> ofText(MediaType type, Optional<FileKind> named) {
        String name = type.getBaseType().toString();
        boolean html = name.equals("text/html") || name.equals("application/xhtml+xml");
        boolean text = "text".equals(type.getType()) || name.equals("application/xml") || html;
        if (!text) {
            return Optional.empty();
        }
        if (named.filter(k -> k == HTML || k == MARKDOWN || k == TEXT).isPresent()) {
            return named;
        }
        return Optional.of(html ? HTML : TEXT);
    }

    private static Optional<FileKind> zipped(Path path, Optional<FileKind> named, ReadingSettings limits)
            throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            boolean document = types != null && zip.getEntry("word/document.xml") != null;
            if (!document) {
                return Optional.empty();
            }
            checkUnpackedSize(zip, limits);
            return Optional.of(DOCX);
        } catch (ZipException e) {
            throw new UnreadableManualException(
                    named.equals(Optional.of(DOCX)) ? ReadingProblem.DAMAGED : ReadingProblem.UNSUPPORTED_TYPE, e);
        }
    }

    /** Counts what the entries really unpack to, since what they declare may be a lie; keeps nothing of it. */
    private static void checkUnpackedSize(ZipFile zip, ReadingSettings limits) throws IOException {
        if (zip.size() > limits.maxEntries()) {
            throw new UnreadableManualException(ReadingProblem.UNPACKS_TOO_LARGE);
        }
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (unpacked + Math.max(0, entry.getSize()) > limits.maxUnpackedBytes()) {
                throw new UnreadableManualException(ReadingProblem.UNPACKS_TOO_LARGE);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > limits.maxUnpackedBytes()) {
                        throw new UnreadableManualException(ReadingProblem.UNPACKS_TOO_LARGE);
                    }
                }
            }
        }
    }

    /** A DOCX with a password is a container of another kind. */
    private static Optional<FileKind> locked(Path path) {
        try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
            if (container.getRoot().hasEntry("EncryptedPackage")) {
                throw new UnreadableManualException(ReadingProblem.ENCRYPTED);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private static boolean isKnownName(String fileName) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try {
            return !MimeTypes.getDefaultMimeTypes().detect(null, metadata).equals(MediaType.OCTET_STREAM);
        } catch (IOException e) {
            return false;
        }
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? ""
                : fileName.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
    }
}
