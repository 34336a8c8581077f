package org.fieldwright.assistant.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.copilot.ManualQuestion;

/** What the model is told: the rules from a file, the question and the passages as fenced data of bounded length. */
final class Prompt {
    /** What the model says when the passages do not hold the answer. */
    static final String NOT_THERE = "NOT IN THE MANUALS";

    private static final String FILE = "answer-prompt.txt";
    private static final int LONGEST_QUESTION = 1_500;
    private static final int LONGEST_PASSAGE = 3_000;
    private static final Pattern TAG_LIKE = Pattern.compile("<(?=[/!?a-zA-Z|])");
    private static final Pattern PERSONAL = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+|\\+\\d[\\d ()-]{7,16}\\d|\\(\\d{3}\\)\\s?\\d{3}[-. ]\\d{4}|\\b\\d{3}-\\d{3}-\\d{4}\\b");

    private final String version;
    private final String rules;

    private Prompt(String version, String rules) {
        this.version = version;
        this.rules = rules;
    }

    /** Reads the rules; their first line names their version. */
    static Prompt fromFile() {
        try (InputStream file = Prompt.class.getResourceAsStream(FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int firstLine = text.indexOf('\n');
            return new Prompt(
                    text.substring(0, firstLine).strip(),
                    text.substring(firstLine).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The version of the rules, e.g. {@code version 1}. */
    String version() {
        return version;
    }

    /** How many of the passages fit, at least one. */
    static List<Evidence> fitting(List<Evidence> evidence, int maxCharacters) {
        List<Evidence> fitting = new ArrayList<>();
        int left = maxCharacters;
        for (Evidence found : evidence) {
            left -= Math.min(found.passage().text().length(), LONGEST_PASSAGE) + 150;
            if (left < 0 && !fitting.isEmpty()) {
                break;
            }
            fitting.add(found);
        }
        return fitting;
    }

    /** The messages for a question; the passages are numbered from 1 in their order. */
    List<ChatMessage> messages(ManualQuestion question, List<Evidence> passages) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            Evidence found = passages.get(i);
            data.append("<passage number=\"")
                    .append(i + 1)
                    .append("\">\nManual: ")
                    .append(fenced(found.manual().title(), 200))
                    .append(", page ")
                    .append(found.passage().page())
                    .append('\n');
            if (!found.passage().headings().isEmpty()) {
                data.append("Under: ")
                        .append(fenced(String.join(" > ", found.passage().headings()), 300))
                        .append('\n');
            }
            data.append(fenced(found.passage().text(), LONGEST_PASSAGE)).append("\n</passage>\n\n");
        }
        data.append("<question>\n")
                .append(fenced(PERSONAL.matcher(question.text()).replaceAll("…"), LONGEST_QUESTION));
        if (!question.equipment().isUnknown()) {
            data.append("\nEquipment: ").append(fenced(question.equipment().inWords(), 200));
        }
        data.append("\n</question>");
        return List.of(SystemMessage.from(rules), UserMessage.from(data.toString()));
    }

    /** Data cannot end its own fence: what looks like a tag loses its bracket. */
    private static String fenced(String text, int longest) {
        String cut = text.length() <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest) - 1)) + "…";
        return TAG_LIKE.matcher(cut).replaceAll("‹");
    }
}
