package org.fieldwright.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A retrieval set in the form of BEIR: documents, questions, and who found which document how relevant.
 *
 * @see <a href="https://arxiv.org/abs/2104.08663">Thakur et al., BEIR, 2021</a>
 */
record BeirSet(List<Text> corpus, List<Text> queries, Map<String, Map<String, Integer>> grades) {
    /** A document, or a query, which has no title. */
    record Text(String id, String title, String text) {}

    private static final int COLUMNS = 3;

    /**
     * Reads {@code corpus.jsonl}, and {@code queries.jsonl} and {@code qrels.tsv} of a split.
     *
     * @throws InputException when one of them is off, or no query has a relevant document
     */
    static BeirSet read(Path folder, String split) {
        List<Text> corpus = texts(folder.resolve("corpus.jsonl"));
        Map<String, Map<String, Integer>> grades = grades(folder.resolve(split).resolve("qrels.tsv"));
        List<Text> queries = texts(folder.resolve(split).resolve("queries.jsonl")).stream()
                .filter(query -> grades.containsKey(query.id()))
                .toList();
        if (queries.isEmpty()) {
            throw new InputException(folder.resolve(split) + " has no query with a relevant document.");
        }
        return new BeirSet(corpus, queries, grades);
    }

    private static List<Text> texts(Path file) {
        return JsonLines.read(
                file,
                json -> new Text(JsonLines.text(json, "_id"), json.getString("title", ""), json.getString("text", "")));
    }

    /** By query, the grades of its relevant documents; a grade of 0 says that a document is not relevant. */
    private static Map<String, Map<String, Integer>> grades(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is not there.");
        }
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        int number = 1;
        try {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                number++;
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS) {
                    throw new InputException(file + ", line " + number + ": not three columns.");
                }
                int grade = Integer.parseInt(columns[2].strip());
                if (grade > 0) {
                    grades.computeIfAbsent(columns[0], query -> new HashMap<>()).put(columns[1], grade);
                }
            }
        } catch (IOException | NumberFormatException off) {
            throw new InputException(file + ", line " + number + ": not a grade.", off);
        }
        return grades;
    }
}
