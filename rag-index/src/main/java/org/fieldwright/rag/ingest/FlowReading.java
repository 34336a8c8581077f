package org.fieldwright.rag.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.fieldwright.domain.manual.ManualReader.ReadManual;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.manual.SourceFile;
import org.fieldwright.domain.manual.UnreadableManualException;
import org.xml.sax.SAXException;

/** Reads files that have no fixed pages: DOCX, HTML, Markdown and text. */
final class FlowReading {
    private static final double LEAST_INFLATE_RATIO = 0.001;

    private final ReadingSettings limits;
    private final FileReading.Listener listener;

    FlowReading(ReadingSettings limits, FileReading.Listener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    ReadManual read(SourceFile file, FileKind kind) throws IOException {
        FlowPages flow = new FlowPages(limits.maxPages());
        Metadata metadata = new Metadata();
        switch (kind) {
            case DOCX -> docx(file, flow, metadata);
            case HTML -> html(file, flow, metadata);
            case MARKDOWN -> markdown(file, flow);
            case TEXT, PDF -> text(file, flow);
        }
        FirstPages firstPages = new FirstPages();
        var pages = flow.pages();
        if (pages.isEmpty()) {
            throw new UnreadableManualException(ReadingProblem.NO_TEXT);
        }
        listener.pages(pages.size());
        for (PageText page : pages) {
            firstPages.add(page);
            listener.page(page);
        }
        String title = metadata.get(TikaCoreProperties.TITLE);
        return firstPages.describe(kind.mediaType(), title == null ? "" : title.strip(), file.fileName(), pages.size());
    }

    private void docx(SourceFile file, FlowPages flow, Metadata metadata) throws IOException {
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATE_RATIO);
        ZipSecureFile.setMaxEntrySize(limits.maxUnpackedBytes());
        ZipSecureFile.setMaxFileCount(limits.maxEntries());
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setIncludeHeadersAndFooters(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        try (TikaInputStream in = TikaInputStream.get(file.path())) {
            parse(new OOXMLParser(), in, flow, metadata, context);
        }
    }

    private static void html(SourceFile file, FlowPages flow, Metadata metadata) throws IOException {
        try (InputStream in = TikaInputStream.get(file.path())) {
            parse(new JSoupParser(), in, flow, metadata, new ParseContext());
        }
    }

    private static void markdown(SourceFile file, FlowPages flow) throws IOException {
        var extensions = java.util.List.of(TablesExtension.create());
        String source = withoutFrontMatter(decoded(file));
        String html = HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(org.commonmark.parser.Parser.builder()
                        .extensions(extensions)
                        .build()
                        .parse(source));
        String page = "<html><head><meta charset=\"utf-8\"></head><body>" + html + "</body></html>";
        try (InputStream in = TikaInputStream.get(page.getBytes(StandardCharsets.UTF_8))) {
            parse(new JSoupParser(), in, flow, new Metadata(), new ParseContext());
        }
    }

    /** Settings of a site generator between two lines of dashes are not part of the manual. */
    private static String withoutFrontMatter(String text) {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return text;
        }
        int end = text.indexOf("\n---", 3);
        int lineEnd = end < 0 ? -1 : text.indexOf('\n', end + 1);
        return lineEnd < 0 ? text : text.substring(lineEnd + 1);
    }

    private static void text(SourceFile file, FlowPages flow) throws IOException {
        flow.plainText(decoded(file));
    }

    private static String decoded(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path());
                AutoDetectReader reader = new AutoDetectReader(in)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 15];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
            return text.toString();
        } catch (TikaException e) {
            throw new UnreadableManualException(ReadingProblem.DAMAGED, e);
        }
    }

    private static void parse(Parser parser, InputStream in, FlowPages flow, Metadata metadata, ParseContext context)
            throws IOException {
        try {
            parser.parse(in, flow, metadata, context);
            flow.endDocument();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableManualException(ReadingProblem.ENCRYPTED, e);
        } catch (SAXException | TikaException e) {
            throw FlowPages.tooManyPages(e).orElseGet(() -> new UnreadableManualException(ReadingProblem.DAMAGED, e));
        }
    }
}
