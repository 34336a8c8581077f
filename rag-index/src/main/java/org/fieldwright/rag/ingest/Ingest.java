package org.fieldwright.rag.ingest;

import org.fieldwright.domain.manual.ManualReader;
import org.fieldwright.domain.manual.PassageCutter;

/** Reading and cutting for programs without a container, such as the evaluation. */
public final class Ingest {
    private Ingest() {}

    public static ManualReader reader(ReadingSettings settings) {
        return new ChildJvmManualReader(settings);
    }

    public static PassageCutter cutter() {
        return new SectionCutter();
    }
}
