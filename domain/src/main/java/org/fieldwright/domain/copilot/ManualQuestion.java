package org.fieldwright.domain.copilot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.regex.Pattern;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ManualId;

/**
 * What somebody wants to know.
 *
 * @param equipment what it is about; {@link Equipment#UNKNOWN} when not chosen. A preference in ranking, not a wall
 * @param onlyIn search only these manuals; empty means all
 */
public record ManualQuestion(
        @NotBlank(message = "Type a question first.")
        @Size(max = MAX_LENGTH, message = "Please keep the question under 10,000 characters.")
        String text,

        @NotNull Equipment equipment,
        @NotNull Set<ManualId> onlyIn) {
    public static final int MAX_LENGTH = 10_000;

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    public ManualQuestion {
        text = text == null ? "" : NOT_TEXT.matcher(text).replaceAll(" ").strip();
        onlyIn = Set.copyOf(onlyIn);
    }

    public static ManualQuestion of(String text) {
        return new ManualQuestion(text, Equipment.UNKNOWN, Set.of());
    }
}
