package org.fieldwright.domain.manual;

/**
 * Reads a file page by page within limits of time and memory. A hostile file ends in an {@link UnreadableManualException}
 * and harms nothing else.
 */
public interface ManualReader {
    /**
     * Reads all pages in order, each handed over as soon as it is read.
     *
     * @throws UnreadableManualException with the reason; pages handed over before count for nothing
     */
    ReadManual read(SourceFile file, PageListener listener);

    /** Hears of each page as it is read. */
    interface PageListener {
        /** The number of pages, as soon as it is known. */
        void pages(int count);

        void page(PageText page);
    }

    /**
     * What is known after the last page.
     *
     * @param mediaType what the content turned out to be
     * @param title from the file's own description or its first page; blank when unknown
     * @param equipment as guessed from the first pages; {@link Equipment#UNKNOWN} when nothing was found
     */
    record ReadManual(String mediaType, String title, Equipment equipment, int pages) {}
}
