package org.fieldwright.rag.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.UnreadableManualException;

/** Opens PDF files, damaged ones as far as they go. */
final class PdfFile {
    private PdfFile() {}

    /**
     * Opens a file whose pages can be read.
     *
     * @throws UnreadableManualException ENCRYPTED, DAMAGED or NO_PAGES
     */
    static PDDocument open(Path file) {
        try {
            PDDocument document =
                    Loader.loadPDF(new File(file.toString()), "", null, null, IOUtils.createTempFileOnlyStreamCache());
            document.setAllSecurityToBeRemoved(true);
            return document;
        } catch (InvalidPasswordException e) {
            throw new UnreadableManualException(ReadingProblem.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableManualException(ReadingProblem.DAMAGED, e);
        }
    }

    /** How many pages there are. */
    static int pages(PDDocument document) {
        try {
            return document.getNumberOfPages();
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableManualException(ReadingProblem.DAMAGED, e);
        }
    }

    /** A page by its place from 0; null when it is broken beyond reading. */
    static PDPage page(PDDocument document, int index) {
        try {
            return document.getPage(index);
        } catch (RuntimeException | StackOverflowError broken) {
            return null;
        }
    }

    /** The title the file gives itself; blank when it gives none. */
    static String title(PDDocument document) {
        try {
            String title = document.getDocumentInformation().getTitle();
            return title == null ? "" : title.strip();
        } catch (RuntimeException broken) {
            return "";
        }
    }

    /**
     * What a page draws; null when it is broken beyond reading.
     *
     * @throws PageContent.EndlessPage when it draws more than an honest page ever does
     */
    static PageContent contentOf(PDPage page, FontBook fonts) throws PageContent.EndlessPage {
        try {
            return new PageContent(page, fonts).read();
        } catch (PageContent.EndlessPage endless) {
            throw endless;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return null;
        }
    }
}
