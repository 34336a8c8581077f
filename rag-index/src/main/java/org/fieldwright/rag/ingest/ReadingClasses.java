package org.fieldwright.rag.ingest;

import java.util.List;

/** One class of every jar that the reading child needs: where these lie is its class path. */
final class ReadingClasses {
    static final List<String> NEEDED = List.of(
            "org.fieldwright.rag.ingest.ReadingChild",
            "org.fieldwright.domain.manual.PageText",
            "org.apache.pdfbox.pdmodel.PDDocument",
            "org.apache.pdfbox.io.IOUtils",
            "org.apache.fontbox.FontBoxFont",
            "org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi",
            "org.apache.commons.logging.LogFactory",
            "org.apache.tika.Tika",
            "org.apache.tika.parser.html.JSoupParser",
            "org.apache.tika.parser.microsoft.ooxml.OOXMLParser",
            "org.apache.tika.parser.txt.TXTParser",
            "org.apache.tika.zip.utils.ZipSalvager",
            "org.apache.tika.parser.xml.XMLParser",
            "org.slf4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.jsoup.Jsoup",
            "org.commonmark.parser.Parser",
            "org.commonmark.ext.gfm.tables.TablesExtension",
            "org.apache.poi.Version",
            "org.apache.poi.ooxml.POIXMLDocument",
            "org.apache.poi.hslf.usermodel.HSLFSlideShow",
            "org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1",
            "org.apache.xmlbeans.XmlObject",
            "org.apache.commons.compress.archivers.zip.ZipFile",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.codec.binary.Hex",
            "org.apache.commons.lang3.StringUtils",
            "org.apache.commons.collections4.ListUtils",
            "org.apache.commons.math3.util.FastMath",
            "com.zaxxer.sparsebits.SparseBitSet",
            "org.mozilla.universalchardet.UniversalDetector",
            "org.bouncycastle.jce.provider.BouncyCastleProvider");

    private ReadingClasses() {}
}
