package org.fieldwright.domain.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Reads plain text only, in this process; a form feed begins a page. */
public class PlainTextReader implements ManualReader {
    @Override
    public ReadManual read(SourceFile file, PageListener listener) {
        String text = content(file);
        if (text.isEmpty()) {
            throw new UnreadableManualException(ReadingProblem.EMPTY_FILE);
        }
        if (text.isBlank()) {
            throw new UnreadableManualException(ReadingProblem.NO_TEXT);
        }
        String[] pages = text.split("\f", -1);
        listener.pages(pages.length);
        for (int i = 0; i < pages.length; i++) {
            listener.page(new PageText(i + 1, 0, 0, pages[i].strip(), List.of(), PageText.Source.TEXT));
        }
        return new ReadManual("text/plain", "", Equipment.UNKNOWN, pages.length);
    }

    private static String content(SourceFile file) {
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
