package org.fieldwright.rag.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A manual whose pages are known word by word.
 *
 * @param fileName for the upload
 * @param content the file; two manuals of the same seed and pages say the same
 */
@SuppressWarnings("ArrayRecordComponent") // files are large and nobody changes them
public record TruthManual(String fileName, byte[] content, List<TruthFact> facts) {
    public TruthManual {
        facts = List.copyOf(facts);
    }

    /** A PDF with one page for each layout, in this order; another seed gives other names. */
    public static TruthManual pdf(String fileName, long seed, List<TruthLayout> layouts) {
        TruthWords words = new TruthWords(seed);
        List<TruthFact> facts = new ArrayList<>();
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Test Rig TR-" + seed + " Bracket Manual");
            for (TruthLayout layout : layouts) {
                int number = document.getNumberOfPages() + 1;
                try (TruthSheet sheet = new TruthSheet(document, layout, number)) {
                    facts.addAll(new TruthPage(sheet, words, seed).draw());
                }
            }
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return new TruthManual(fileName, bytes.toByteArray(), facts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path save(Path folder) {
        try {
            return Files.write(folder.resolve(fileName), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
