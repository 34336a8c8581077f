package org.fieldwright.rag.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.fieldwright.domain.manual.ManualReader.ReadManual;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;

/** Reads a PDF page by page. */
final class PdfReading {
    /** So many pages teach what fonts without a table of meanings mean. */
    private static final int LEARN_FROM = 12;

    private final ReadingSettings limits;
    private final FileReading.Listener listener;
    private final Recogniser recogniser;
    private final FontBook fonts = new FontBook();
    private final FirstPages firstPages = new FirstPages();
    private int broken;
    private int endless;

    PdfReading(ReadingSettings limits, FileReading.Listener listener, Recogniser recogniser) {
        this.limits = limits;
        this.listener = listener;
        this.recogniser = recogniser;
    }

    ReadManual read(SourceFile file) throws IOException {
        try (PDDocument document = PdfFile.open(file.path())) {
            int pages = PdfFile.pages(document);
            if (pages == 0) {
                throw new UnreadableManualException(ReadingProblem.NO_PAGES);
            }
            if (pages > limits.maxPages()) {
                throw new UnreadableManualException(ReadingProblem.TOO_MANY_PAGES);
            }
            listener.pages(pages);
            learnFonts(document, pages);
            PictureText pictures =
                    new PictureText(document, recogniser, limits.ocr().maxPages());
            int readable = 0;
            for (int number = 1; number <= pages; number++) {
                PageText page = page(document, number, pictures)
                        .orElse(new PageText(number, 0, 0, "", List.of(), PageText.Source.NONE));
                readable += page.source() == PageText.Source.NONE ? 0 : 1;
                firstPages.add(page);
                listener.page(page);
            }
            if (readable == 0) {
                throw new UnreadableManualException(reason());
            }
            String described = PdfFile.title(document);
            return firstPages.describe(FileKind.PDF.mediaType(), described, file.fileName(), pages);
        }
    }

    /** Why none of the pages could be read. */
    private ReadingProblem reason() {
        if (endless > 0) {
            return ReadingProblem.TOOK_TOO_LONG;
        }
        return broken > 0 ? ReadingProblem.DAMAGED : ReadingProblem.NO_TEXT;
    }

    private void learnFonts(PDDocument document, int pages) {
        fonts.beginLearning();
        for (int i = 0; i < Math.min(LEARN_FROM, pages); i++) {
            PDPage page = PdfFile.page(document, i);
            if (page != null) {
                learnFonts(page);
            }
            if (i == 2 && !fonts.hasUnmapped()) {
                break;
            }
        }
        fonts.endLearning();
    }

    private void learnFonts(PDPage page) {
        try {
            PdfFile.contentOf(page, fonts);
        } catch (PageContent.EndlessPage teachesNothing) {
            // Counted when its turn to be read comes.
        }
    }

    /** One page; empty when it cannot be read. */
    private Optional<PageText> page(PDDocument document, int number, PictureText pictures) throws IOException {
        PDPage page = PdfFile.page(document, number - 1);
        PageContent content;
        try {
            content = page == null ? null : PdfFile.contentOf(page, fonts);
        } catch (PageContent.EndlessPage drawsWithoutEnd) {
            endless++;
            return Optional.empty();
        }
        if (content == null) {
            broken++;
            return Optional.empty();
        }
        TextSink sink = PageLayout.layOut(content);
        PageText text = sink.toPage(number, PageText.Source.TEXT);
        PictureText.Need need = PictureText.need(content, text);
        if (need != PictureText.Need.NOTHING && pictures.canHelp()) {
            listener.recognising(number);
            return Optional.of(recognised(pictures, content, text, sink, need));
        }
        return Optional.of(text);
    }

    /** A page that cannot be drawn is still as readable as its text is. */
    private static PageText recognised(
            PictureText pictures, PageContent content, PageText text, TextSink sink, PictureText.Need need) {
        try {
            return pictures.recognise(content, text, sink, need);
        } catch (IOException | RuntimeException | StackOverflowError notDrawable) {
            return text;
        }
    }
}
