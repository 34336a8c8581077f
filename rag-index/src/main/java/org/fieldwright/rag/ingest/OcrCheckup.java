package org.fieldwright.rag.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;

/** Whether pages that are only pictures can be read. The recogniser is asked anew each time: it may be installed meanwhile. */
@ApplicationScoped
class OcrCheckup implements Checkup {
    private static final String MEANING = "Pages that are only pictures are shown, but questions do not find them.";

    private ReadingSettings.Ocr settings;

    /** For the container's proxy. */
    protected OcrCheckup() {}

    @Inject
    OcrCheckup(ReadingSettings settings) {
        this.settings = settings.ocr();
    }

    @Override
    public Part part() {
        return Part.OCR;
    }

    @Override
    public Finding look() {
        if (settings.command().isBlank()) {
            return Finding.good(Part.OCR, "Text recognition is switched off. " + MEANING);
        }
        return judged(known()).with("command", settings.command()).with("languages", settings.languages());
    }

    private Finding judged(List<String> known) {
        if (known.isEmpty()) {
            return Finding.warn(
                    Part.OCR,
                    "Tesseract is not found, or knows none of the languages. " + MEANING,
                    "Install it (on Debian: apt install tesseract-ocr), or name it in fieldwright.ocr.command. Then read"
                            + " scanned manuals again.");
        }
        List<String> missing = Stream.of(settings.languages().split("\\+"))
                .filter(language -> !known.contains(language))
                .toList();
        if (!missing.isEmpty()) {
            return Finding.warn(
                    Part.OCR,
                    "Tesseract is there, but does not know " + String.join(", ", missing) + ".",
                    "Install these languages (on Debian: apt install tesseract-ocr-" + missing.getFirst()
                            + "), or take them out of fieldwright.ocr.languages.");
        }
        return Finding.good(Part.OCR, "Tesseract is there. Text on pictures is recognised and found.");
    }

    private List<String> known() {
        try {
            Path folder = Files.createTempDirectory("ocr");
            try {
                return Stream.of(new TesseractCommand(settings, folder)
                                .languages()
                                .split("\\+"))
                        .filter(language -> !language.isEmpty())
                        .toList();
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
