package org.fieldwright.rag.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Passage;

/** Turns a manual and its passages into documents of the word index. */
final class ManualDocuments {
    /** A word on this share of a manual's pages, and at least on {@link #LEAST_PAGES}, is one the manual is about. */
    private static final double RUNS_THROUGH = 0.3;

    private static final int LEAST_PAGES = 3;
    private static final int LONGEST_CELL = 16;
    private static final Pattern ACRONYM = Pattern.compile("\\P{L}*\\p{Lu}{2,5}\\P{L}*");
    private static final Pattern CELL_END = Pattern.compile("\\t| {2,}|\\n");
    private static final Pattern FIRST_WORD = Pattern.compile("(?m)^\\S{1," + LONGEST_CELL + "}(?=\\s|$)");

    private final Analyzer analyzer;

    ManualDocuments(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    List<Document> of(Manual manual, List<Passage> passages) {
        Set<String> about = about(passages);
        List<Document> documents = new ArrayList<>(passages.size() + 1);
        documents.add(own(manual, about));
        for (Passage passage : passages) {
            documents.add(document(manual, passage, about));
        }
        return documents;
    }

    private static Document own(Manual manual, Set<String> about) {
        Document document = new Document();
        addManual(document, manual);
        document.add(new TextField(Fields.MANUAL_NAME, manual.about(), Field.Store.NO));
        for (String word : about) {
            document.add(new StringField(Fields.MANUAL_ABOUT, word, Field.Store.NO));
        }
        return document;
    }

    private Document document(Manual manual, Passage passage, Set<String> about) {
        Document document = new Document();
        document.add(new LongField(Fields.ID, passage.id(), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.PAGE, passage.page()));
        addManual(document, manual);
        for (String heading : passage.headings()) {
            document.add(new TextField(Fields.BODY, heading, Field.Store.NO));
        }
        document.add(new TextField(Fields.BODY, passage.text(), Field.Store.NO));
        document.add(new TextField(Fields.NAME, manual.about(), Field.Store.NO));
        for (String word : about) {
            document.add(new StringField(Fields.ABOUT, word, Field.Store.NO));
        }
        for (String code : cells(passage.text())) {
            document.add(new StringField(Fields.CELL, code, Field.Store.NO));
        }
        return document;
    }

    /** The same way in every document: Lucene wants one structure for a field. */
    private static void addManual(Document document, Manual manual) {
        String id = manual.id().toString();
        document.add(new StringField(Fields.MANUAL, id, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.MANUAL, new BytesRef(id)));
    }

    private Set<String> about(List<Passage> passages) {
        Map<String, Set<Integer>> pagesOf = new HashMap<>();
        Set<Integer> pages = new HashSet<>();
        for (Passage passage : passages) {
            pages.add(passage.page());
            String all = String.join("\n", passage.headings()) + "\n" + passage.text();
            for (Tokens.Token token : Tokens.of(analyzer, all)) {
                pagesOf.computeIfAbsent(token.term(), term -> new HashSet<>()).add(passage.page());
            }
        }
        double least = Math.max(LEAST_PAGES, RUNS_THROUGH * pages.size());
        Set<String> about = new HashSet<>();
        pagesOf.forEach((term, where) -> {
            if (where.size() >= least) {
                about.add(term);
            }
        });
        return about;
    }

    /** The codes, numbers and acronyms that stand alone in a cell or first on a line. */
    private Set<String> cells(String text) {
        Set<String> codes = new HashSet<>();
        for (String cell : CELL_END.splitAsStream(text).toList()) {
            if (cell.length() <= LONGEST_CELL) {
                codes.addAll(onlyCode(cell));
            }
        }
        FIRST_WORD.matcher(text).results().forEach(word -> codes.addAll(onlyCode(word.group())));
        return codes;
    }

    /** The readings of a code when there is nothing else in a text. */
    private List<String> onlyCode(String cell) {
        List<Tokens.Token> tokens = Tokens.of(analyzer, cell);
        boolean code = !tokens.isEmpty() && tokens.stream().anyMatch(Tokens.Token::isWholeCode);
        boolean number = tokens.stream().map(Tokens.Token::position).distinct().count() == 1
                && tokens.getFirst().isNumber();
        boolean acronym = ACRONYM.matcher(cell).matches();
        return code || number || acronym
                ? tokens.stream().map(Tokens.Token::term).toList()
                : List.of();
    }
}
