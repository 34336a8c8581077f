package org.fieldwright.web.health;

import java.util.List;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.fieldwright.domain.health.Part;

/** A part of the house ready to be drawn: colour, icon, word. */
public record PartRow(Finding finding) {
    /** Which colour goes with it, and which icon. */
    public String tone() {
        return tone(finding.condition());
    }

    static String tone(Condition condition) {
        return switch (condition) {
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    public String icon() {
        return tone();
    }

    public String word() {
        return switch (finding.condition()) {
            case GOOD -> "Good";
            case WARN -> "Needs care";
            case BAD -> "Does not work";
        };
    }

    public String key() {
        return finding.part().key();
    }

    public String title() {
        return finding.part().inWords();
    }

    public boolean advised() {
        return !finding.advice().isEmpty();
    }

    /** Whether the list of manuals says more. */
    public boolean aboutManuals() {
        return finding.part() == Part.TASKS;
    }

    public List<Finding.Fact> facts() {
        return finding.facts();
    }
}
