package org.fieldwright.assistant.extract;

import org.fieldwright.assistant.quote.EvidencePages;
import org.fieldwright.domain.copilot.AnswerWriter;
import org.fieldwright.domain.copilot.AnswerWriterContract;

class ExtractWriterContractTest implements AnswerWriterContract {
    @Override
    public AnswerWriter writer() {
        return new ExtractWriter(new EvidencePages(HEATER.library()));
    }
}
