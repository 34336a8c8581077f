package org.fieldwright.domain.manual;

import java.util.List;

/** Cuts pages into passages that follow sections, procedures and tables. */
public interface PassageCutter {
    /** The passages of a whole manual in order, ids still 0. The same pages give the same passages. */
    List<Passage> cut(ManualId manual, int edition, List<PageText> pages);
}
