package org.fieldwright.web.manual;

import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualState;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.shared.InWords;

/** A manual ready to be drawn in a list. */
public record ManualRow(Manual manual) {
    /** The state as a word. */
    public String state() {
        return switch (manual.state()) {
            case WAITING -> "Waiting";
            case READING -> "Reading";
            case INDEXING -> "Indexing";
            case READY -> "Ready";
            case FAILED -> "Failed";
        };
    }

    public String icon() {
        return switch (manual.state()) {
            case WAITING -> "clock";
            case READING, INDEXING -> "again";
            case READY -> "good";
            case FAILED -> "bad";
        };
    }

    /** Good, bad, info: which colour goes with it. */
    public String tone() {
        return switch (manual.state()) {
            case WAITING, READING, INDEXING -> "info";
            case READY -> "good";
            case FAILED -> "bad";
        };
    }

    public boolean ready() {
        return manual.state() == ManualState.READY;
    }

    /** Whether it is on its way and the list should be looked at again soon. */
    public boolean underWay() {
        return !ready() && manual.state() != ManualState.FAILED;
    }

    /** Whether its pages can be opened: also while a new edition is being read. */
    public boolean opens() {
        return manual.edition() > 0;
    }

    public String address() {
        return "/manuals/" + manual.id() + "/pages/1";
    }

    public String whatHappened() {
        return manual.problem().map(ReadingProblem::whatHappened).orElse("");
    }

    public String whatToDo() {
        return manual.problem().map(ReadingProblem::whatToDo).orElse("");
    }

    /** The size as people say it. */
    public String size() {
        return InWords.bytes(manual.bytes());
    }
}
