package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.rag.store.Asked;

/**
 * Questions to the word index. A word counts once, by its best reading. A word that the whole manual is about counts in full
 * for each of its passages, however often they say it: the name of the product finds the manual, and leaves the choice of
 * the passage to the other words.
 */
final class WordQueries {
    /** A word that runs through more manuals than this is nobody's name. */
    private static final int FEW_MANUALS = 3;

    private static final double FEW_OF_ALL = 0.1;

    private final IndexReader index;

    WordQueries(IndexReader index) {
        this.index = index;
    }

    /** BM25 over the words of a question. */
    Query words(List<Asked.Word> words, Set<ManualId> onlyIn) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Asked.Word word : words) {
            List<Query> readings = new ArrayList<>();
            for (String term : word.terms()) {
                readings.add(new TermQuery(new Term(Fields.BODY, term)));
                float full = (float) QuestionReader.weight(term, index);
                readings.add(constant(Fields.NAME, term, full));
                if (isName(term)) {
                    readings.add(constant(Fields.ABOUT, term, full));
                }
            }
            all.add(new DisjunctionMaxQuery(readings, 0), Occur.SHOULD);
        }
        return within(onlyIn, all);
    }

    /** The passages that hold at least one code; those that hold more and rarer ones score higher. */
    Query codes(List<Asked.Word> codes, Set<ManualId> onlyIn) {
        if (codes.isEmpty()) {
            return new MatchNoDocsQuery("no code asked for");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Asked.Word code : codes) {
            List<Query> readings = new ArrayList<>();
            for (String term : code.terms()) {
                readings.add(constant(Fields.BODY, term, (float) code.weight()));
            }
            all.add(new DisjunctionMaxQuery(readings, 0), Occur.SHOULD);
        }
        return within(onlyIn, all);
    }

    /** Whether a word, where it runs through a manual, tells it from the others. */
    boolean isName(String term) throws IOException {
        int manuals = index.docFreq(new Term(Fields.MANUAL_ABOUT, term));
        return manuals > 0 && manuals <= Math.max(FEW_MANUALS, FEW_OF_ALL * index.getDocCount(Fields.MANUAL_NAME));
    }

    private static Query constant(String field, String term, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), score);
    }

    private static Query within(Set<ManualId> onlyIn, BooleanQuery.Builder query) {
        query.setMinimumNumberShouldMatch(1);
        Optional<Query> filter = Filters.onlyIn(Fields.MANUAL, onlyIn);
        filter.ifPresent(only -> query.add(only, Occur.FILTER));
        return query.build();
    }
}
