package org.fieldwright.domain.copilot;

class FirstLineWriterTest implements AnswerWriterContract {
    @Override
    public AnswerWriter writer() {
        return new FirstLineWriter("first line", HEATER.library());
    }
}
