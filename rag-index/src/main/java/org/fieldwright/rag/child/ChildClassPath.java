package org.fieldwright.rag.child;

import java.io.File;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the jars and folders that hold given classes, wherever they lie: {@code WEB-INF/lib} of an unpacked WAR, a
 * build's {@code target/classes}, or a Maven repository.
 */
public final class ChildClassPath {
    private final Set<Path> places = new LinkedHashSet<>();

    private ChildClassPath() {}

    /**
     * The places of the named classes.
     *
     * @param loader sees all of them
     * @throws IllegalStateException when one is missing or does not lie in a file or folder
     */
    public static ChildClassPath holding(ClassLoader loader, List<String> classNames) {
        ChildClassPath found = new ChildClassPath();
        for (String name : classNames) {
            found.places.add(placeOf(loader, name));
        }
        return found;
    }

    private static Path placeOf(ClassLoader loader, String className) {
        try {
            CodeSource source = Class.forName(className, false, loader)
                    .getProtectionDomain()
                    .getCodeSource();
            if (source != null
                    && source.getLocation() != null
                    && "file".equals(source.getLocation().getProtocol())) {
                return Path.of(asUri(source.getLocation()));
            }
            return fromResource(loader, className);
        } catch (ReflectiveOperationException | java.io.IOException | URISyntaxException e) {
            throw new IllegalStateException("the class path of the child process lacks " + className, e);
        }
    }

    /** Some servers give no code source, or one that is not a file: the address of the class file tells, too. */
    private static Path fromResource(ClassLoader loader, String className)
            throws java.io.IOException, URISyntaxException {
        String file = className.replace('.', '/') + ".class";
        URL url = loader.getResource(file);
        if (url == null) {
            throw new IllegalStateException("no class file for " + className);
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Path.of(asUri(jar.getJarFileURL()));
        }
        Path classFile = Path.of(asUri(url));
        int depth = (int) file.chars().filter(c -> c == '/').count() + 1;
        Path folder = classFile;
        for (int i = 0; i < depth; i++) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static URI asUri(URL url) throws URISyntaxException {
        // Folders with blanks come unescaped from some class loaders.
        return new URI(url.getProtocol(), null, url.getPath().replace("%20", " "), null);
    }

    /** As the {@code java} command takes it. */
    public String asArgument() {
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    List<Path> places() {
        return new ArrayList<>(places);
    }
}
