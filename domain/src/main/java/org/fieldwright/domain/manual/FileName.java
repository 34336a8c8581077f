package org.fieldwright.domain.manual;

/** What a browser calls a file: shown to people, never used as a path. */
final class FileName {
    private static final int MAX = 200;

    private FileName() {}

    /** Without folders, control characters and excess; {@code file} when nothing is left. */
    static String clean(String uploaded) {
        String name = uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        String shown = name.length() <= MAX ? name : name.substring(name.length() - MAX);
        return shown.isEmpty() ? "file" : shown;
    }

    /** The name as a title: no ending, words apart. */
    static String title(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String title = (dot > 0 ? fileName.substring(0, dot) : fileName)
                .replace('_', ' ')
                .strip();
        return title.isEmpty() ? fileName : title;
    }
}
