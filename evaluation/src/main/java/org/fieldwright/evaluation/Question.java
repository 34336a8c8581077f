package org.fieldwright.evaluation;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A technician's question with its gold answer.
 *
 * @param doc the file name of the manual that answers it; blank when none does
 * @param goldPages the pages that answer it, from 1; empty when it cannot be answered
 * @param answer in the words of whoever wrote the question
 * @param checkRegex what a right answer contains; blank when there is none
 */
record Question(
        String qid,
        String question,
        String doc,
        List<Integer> goldPages,
        String answer,
        String type,
        String checkRegex) {

    static List<Question> read(Path file) {
        return JsonLines.read(file, Question::from);
    }

    private static Question from(JsonObject json) {
        String doc = json.getString("doc", "");
        return new Question(
                JsonLines.text(json, "qid"),
                JsonLines.text(json, "question"),
                doc.substring(doc.replace('\\', '/').lastIndexOf('/') + 1),
                JsonLines.numbers(json, "gold_pages"),
                json.getString("answer", ""),
                json.getString("type", ""),
                json.getString("check_regex", ""));
    }

    /** Anything about questions, by their types in order. */
    static <T> Map<String, List<T>> byType(List<T> all, Function<T, Question> question) {
        return all.stream()
                .collect(Collectors.groupingBy(one -> question.apply(one).type(), TreeMap::new, Collectors.toList()));
    }

    boolean isAnswerable() {
        return !goldPages.isEmpty();
    }
}
