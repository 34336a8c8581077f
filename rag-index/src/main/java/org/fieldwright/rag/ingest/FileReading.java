package org.fieldwright.rag.ingest;

import java.io.IOException;
import org.fieldwright.domain.manual.ManualReader.ReadManual;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.SourceFile;

/** Reads one file from beginning to end; runs in the child process. */
final class FileReading {
    private final ReadingSettings limits;
    private final Recogniser recogniser;
    private final Listener listener;

    FileReading(ReadingSettings limits, Recogniser recogniser, Listener listener) {
        this.limits = limits;
        this.recogniser = recogniser;
        this.listener = listener;
    }

    /** Hears of the reading as it goes on. */
    interface Listener {
        void pages(int count) throws IOException;

        void recognising(int page) throws IOException;

        void page(PageText page) throws IOException;
    }

    ReadManual read(SourceFile file) throws IOException {
        FileKind kind = FileKind.of(file, limits);
        return switch (kind) {
            case PDF -> new PdfReading(limits, listener, recogniser).read(file);
            case DOCX, HTML, MARKDOWN, TEXT -> new FlowReading(limits, listener).read(file, kind);
        };
    }
}
