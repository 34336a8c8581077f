package org.fieldwright.rag.lucene;

/** The fields of the word index. A manual has one document of its own beside those of its passages. */
final class Fields {
    /** The passage's id, and the page it begins on. */
    static final String ID = "id";

    static final String PAGE = "page";

    /** The manual's id, on all its documents. */
    static final String MANUAL = "manual";

    /** Headings and text. */
    static final String BODY = "body";

    /** Codes, numbers and acronyms that fill a cell or begin a line: where tables of faults and parts keep them. */
    static final String CELL = "cell";

    /** What the manual is called: title, equipment, file name. */
    static final String NAME = "name";

    /** Words that run through the whole manual. */
    static final String ABOUT = "about";

    /** {@link #NAME} and {@link #ABOUT} once more, on the manual's own document, to count manuals by them. */
    static final String MANUAL_NAME = "manual-name";

    static final String MANUAL_ABOUT = "manual-about";

    private Fields() {}
}
