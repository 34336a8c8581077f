package org.fieldwright.domain.manual;

class PlainTextReaderTest extends ManualReaderContract {
    @Override
    protected ManualReader reader() {
        return new PlainTextReader();
    }
}
