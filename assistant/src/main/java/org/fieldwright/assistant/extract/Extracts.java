package org.fieldwright.assistant.extract;

import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.manual.ManualLibrary;

/** Makes the writer without a container. */
public final class Extracts {
    private Extracts() {}

    /** Quotes from the pages of a library. */
    public static AnswerWriter from(ManualLibrary library) {
        return new ExtractWriter(new EvidencePages(library));
    }
}
