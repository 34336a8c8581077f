package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.rag.store.Asked;
import org.fieldwright.rag.store.Asked.Word;
import org.fieldwright.rag.store.Scored;
import org.fieldwright.rag.store.WordIndex;

/** Words and codes in a Lucene index on this machine's disk. */
final class LuceneWordIndex implements WordIndex {
    private static final int FORMAT = 3;
    private static final Comparator<ScoreDoc> BY_DOCUMENT = Comparator.comparingInt(hit -> hit.doc);

    private final PassageAnalyzer analyzer = new PassageAnalyzer();
    private final QuestionReader questions = new QuestionReader(analyzer);
    private final ManualDocuments documents = new ManualDocuments(analyzer);
    private final IndexFolder folder;

    LuceneWordIndex(Path folder) {
        // k1 and b as in most published figures for BM25
        Similarity bm25 = new BM25Similarity(0.9f, 0.4f);
        this.folder = new IndexFolder(
                folder, "words " + FORMAT, bm25, () -> new IndexWriterConfig(analyzer).setSimilarity(bm25));
    }

    @Override
    public long revision() {
        return folder.revision();
    }

    @Override
    public Asked read(String question) {
        return folder.search(searcher -> questions.read(question, searcher.getIndexReader()));
    }

    @Override
    public List<Scored> byWords(Asked asked, int max, Set<ManualId> onlyIn) {
        return folder.search(searcher ->
                best(searcher, new WordQueries(searcher.getIndexReader()).words(asked.words(), onlyIn), max));
    }

    @Override
    public List<Scored> byCodes(Asked asked, int max, Set<ManualId> onlyIn) {
        return folder.search(searcher ->
                best(searcher, new WordQueries(searcher.getIndexReader()).codes(asked.codes(), onlyIn), max));
    }

    @Override
    public List<Look> look(Asked asked, Equipment preferred, Collection<Long> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        Query known = LongField.newSetQuery(
                Fields.ID, passages.stream().mapToLong(Long::longValue).toArray());
        return folder.search(searcher -> {
            ScoreDoc[] hits = searcher.search(known, passages.size()).scoreDocs;
            Arrays.sort(hits, BY_DOCUMENT);
            Map<Long, Double> bm25 = bm25(searcher, asked, known, passages.size());
            List<Word> equipment = questions
                    .read(preferred.inWords(), searcher.getIndexReader())
                    .words();
            List<Look> looks = new ArrayList<>(hits.length);
            Map<String, Integer> manuals = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                int[] inLeaf = Arrays.stream(hits)
                        .filter(hit -> hit.doc >= leaf.docBase
                                && hit.doc < leaf.docBase + leaf.reader().maxDoc())
                        .mapToInt(hit -> hit.doc - leaf.docBase)
                        .toArray();
                looks.addAll(look(searcher, leaf, inLeaf, asked, equipment, bm25, manuals));
            }
            return looks;
        });
    }

    private static List<Look> look(
            IndexSearcher searcher,
            LeafReaderContext leaf,
            int[] inLeaf,
            Asked asked,
            List<Word> equipment,
            Map<Long, Double> bm25,
            Map<String, Integer> manuals)
            throws IOException {
        if (inLeaf.length == 0) {
            return List.of();
        }
        Looking looking = new Looking(leaf.reader(), inLeaf);
        BitSet[] names = names(searcher, looking, asked.words());
        BitSet[] body = looking.holding(asked.words(), Fields.BODY);
        double[] densest = looking.densest(asked.words(), names);
        BitSet[] codes = looking.holding(asked.codes(), Fields.BODY);
        BitSet[] codesInNames = names(searcher, looking, asked.codes());
        BitSet[] cells = looking.holding(asked.codes(), Fields.CELL);
        BitSet[] liked = looking.holding(equipment, Fields.NAME, Fields.ABOUT);
        NumericDocValues ids = DocValues.unwrapSingleton(leaf.reader().getSortedNumericDocValues(Fields.ID));
        NumericDocValues pages = leaf.reader().getNumericDocValues(Fields.PAGE);
        SortedDocValues manualOf = leaf.reader().getSortedDocValues(Fields.MANUAL);
        List<Look> looks = new ArrayList<>(inLeaf.length);
        for (int d = 0; d < inLeaf.length; d++) {
            ids.advanceExact(inLeaf[d]);
            pages.advanceExact(inLeaf[d]);
            manualOf.advanceExact(inLeaf[d]);
            String manual = manualOf.lookupOrd(manualOf.ordValue()).utf8ToString();
            double named = weight(asked.words(), names[d]);
            double all = weight(asked.words(), null);
            BitSet anywhere = (BitSet) body[d].clone();
            anywhere.or(names[d]);
            looks.add(new Look(
                    ids.longValue(),
                    manuals.computeIfAbsent(manual, key -> manuals.size()),
                    (int) pages.longValue(),
                    bm25.getOrDefault(ids.longValue(), 0.0),
                    codes[d].cardinality(),
                    codeShare(asked.codes(), codes[d], cells[d], codesInNames[d]),
                    share(named + densest[d], all),
                    share(weight(asked.words(), anywhere), all),
                    share(weight(equipment, liked[d]), weight(equipment, null))));
        }
        return looks;
    }

    /** Which words each passage's manual is called by or is about. */
    private static BitSet[] names(IndexSearcher searcher, Looking looking, List<Word> words) throws IOException {
        WordQueries queries = new WordQueries(searcher.getIndexReader());
        List<Word> runningThroughFew = new ArrayList<>();
        for (Word word : words) {
            List<String> names = new ArrayList<>();
            for (String term : word.terms()) {
                if (queries.isName(term)) {
                    names.add(term);
                }
            }
            runningThroughFew.add(new Word(word.written(), names, word.weight()));
        }
        BitSet[] names = looking.holding(words, Fields.NAME);
        BitSet[] about = looking.holding(runningThroughFew, Fields.ABOUT);
        for (int d = 0; d < names.length; d++) {
            names[d].or(about[d]);
        }
        return names;
    }

    /** A code in a cell of its own counts in full, within a sentence less: tables explain codes, sentences mention them. */
    private static double codeShare(List<Word> codes, BitSet inBody, BitSet inCell, BitSet inName) {
        double held = 0;
        double all = 0;
        for (int c = 0; c < codes.size(); c++) {
            double weight = codes.get(c).weight();
            all += weight;
            if (inCell.get(c) || inName.get(c)) {
                held += weight;
            } else if (inBody.get(c)) {
                held += weight * 0.7;
            }
        }
        return share(held, all);
    }

    private static double weight(List<Word> words, BitSet which) {
        double sum = 0;
        for (int w = 0; w < words.size(); w++) {
            if (which == null || which.get(w)) {
                sum += words.get(w).weight();
            }
        }
        return sum;
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : Math.min(1, part / all);
    }

    private static Map<Long, Double> bm25(IndexSearcher searcher, Asked asked, Query known, int max)
            throws IOException {
        Query words = new BooleanQuery.Builder()
                .add(new WordQueries(searcher.getIndexReader()).words(asked.words(), Set.of()), Occur.MUST)
                .add(known, Occur.FILTER)
                .build();
        return best(searcher, words, max).stream().collect(Collectors.toMap(Scored::passage, Scored::score));
    }

    /** The best passages, best first; at equal scores in the order of their ids, so that no merge changes an answer. */
    private static List<Scored> best(IndexSearcher searcher, Query query, int max) throws IOException {
        List<Scored> found = new ArrayList<>();
        Query passages = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(LongField.newRangeQuery(Fields.ID, Long.MIN_VALUE, Long.MAX_VALUE), Occur.FILTER)
                .build();
        for (ScoreDoc hit : searcher.search(passages, max).scoreDocs) {
            found.add(new Scored(Filters.number(searcher, Fields.ID, hit.doc), hit.score));
        }
        found.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::passage));
        return found;
    }

    @Override
    public Optional<Update> update() {
        return folder.update().map(WordUpdate::new);
    }

    @Override
    public Optional<Update> rebuild() {
        return folder.rebuild().map(WordUpdate::new);
    }

    @Override
    public void close() {
        folder.close();
    }

    private final class WordUpdate implements Update {
        private final IndexFolder.Writing writing;

        WordUpdate(IndexFolder.Writing writing) {
            this.writing = writing;
        }

        @Override
        public long revision() {
            return writing.revision();
        }

        @Override
        public void put(Manual manual, List<EmbeddedPassage> passages) {
            try {
                writing.writer()
                        .updateDocuments(
                                new Term(Fields.MANUAL, manual.id().toString()),
                                documents.of(
                                        manual,
                                        passages.stream()
                                                .map(EmbeddedPassage::passage)
                                                .toList()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void remove(ManualId manual) {
            try {
                writing.writer().deleteDocuments(new Term(Fields.MANUAL, manual.toString()));
                writing.erase();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void commit(long revision) {
            try {
                writing.commit(revision);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            writing.close();
        }
    }
}
