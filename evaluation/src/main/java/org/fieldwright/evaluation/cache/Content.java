package org.fieldwright.evaluation.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Names content by its digest. */
public final class Content {
    private Content() {}

    static String sha256(Path file) {
        MessageDigest digest = digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Names the state of a package's compiled code, with what is below it.
     *
     * @param neighbour a class from the same jar or folder
     */
    public static String ofPackage(Class<?> neighbour, String name) {
        String below = name.replace('.', '/') + "/";
        MessageDigest digest = digest();
        try {
            Path place = Path.of(neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                try (Stream<Path> classes = Files.walk(place.resolve(below))) {
                    for (Path file :
                            classes.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            } else {
                try (ZipFile jar = new ZipFile(place.toFile())) {
                    List<? extends ZipEntry> entries = jar.stream()
                            .filter(entry -> entry.getName().startsWith(below) && !entry.isDirectory())
                            .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                            .toList();
                    for (ZipEntry entry : entries) {
                        digest.update(jar.getInputStream(entry).readAllBytes());
                    }
                }
            }
        } catch (IOException | java.net.URISyntaxException unreadable) {
            throw new IllegalStateException("the code of " + name + " cannot be read", unreadable);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
