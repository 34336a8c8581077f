package org.fieldwright.domain.manual;

/** How far a manual has come. Only a READY manual, or the previous edition of one being read again, is searched. */
public enum ManualState {
    /** Stored, waiting for its turn. */
    WAITING,
    /** Its pages are being read. */
    READING,
    /** Its passages are being embedded and stored. */
    INDEXING,
    /** Questions find it. */
    READY,
    /** It could not be read; the reason is with it, the original is kept. */
    FAILED
}
