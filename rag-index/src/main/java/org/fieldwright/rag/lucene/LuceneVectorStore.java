package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.Bits;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.rag.store.Scored;
import org.fieldwright.rag.store.VectorStore;

/**
 * Vectors on this machine's disk. Up to {@link #EXACT_BELOW} of them are compared one by one, which misses nothing and
 * takes a few milliseconds; beyond that the HNSW graph is walked.
 */
final class LuceneVectorStore implements VectorStore {
    private static final int FORMAT = 1;
    private static final int EXACT_BELOW = 50_000;

    /** The graph's recall falls when it is asked for few: it is always walked for this many. */
    private static final int LEAST_ASKED = 100;

    private static final String ID = "id";
    private static final String MANUAL = "manual";
    private static final String VECTOR = "vector";

    private final IndexFolder folder;
    private final int exactBelow;

    /**
     * Opens the store.
     *
     * @param model the embedding model; the vectors of another one count as lost
     */
    LuceneVectorStore(Path folder, String model) {
        this(folder, model, EXACT_BELOW);
    }

    LuceneVectorStore(Path folder, String model, int exactBelow) {
        this.folder = new IndexFolder(
                folder, "vectors " + FORMAT + " " + model, new BM25Similarity(), IndexWriterConfig::new);
        this.exactBelow = exactBelow;
    }

    @Override
    public long revision() {
        return folder.revision();
    }

    @Override
    public List<Scored> nearest(float[] vector, int max, Set<ManualId> onlyIn) {
        return folder.search(searcher -> {
            Query filter = Filters.onlyIn(MANUAL, onlyIn).orElse(MatchAllDocsQuery.INSTANCE);
            if (searcher.getIndexReader().numDocs() <= exactBelow) {
                return scan(searcher, vector, filter, max);
            }
            return walk(searcher, vector, onlyIn.isEmpty() ? null : filter, max);
        });
    }

    @Override
    public List<Scored> cosines(float[] vector, Collection<Long> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        Query known = LongField.newSetQuery(
                ID, passages.stream().mapToLong(Long::longValue).toArray());
        return folder.search(searcher -> scan(searcher, vector, known, passages.size()));
    }

    private static List<Scored> walk(IndexSearcher searcher, float[] vector, Query filter, int max) throws IOException {
        int asked = Math.max(max, LEAST_ASKED);
        List<Scored> found = new ArrayList<>(asked);
        for (ScoreDoc hit : searcher.search(new KnnFloatVectorQuery(VECTOR, vector, asked, filter), asked).scoreDocs) {
            found.add(new Scored(Filters.number(searcher, ID, hit.doc), cosine(hit.score)));
        }
        return found.subList(0, Math.min(max, found.size()));
    }

    private static List<Scored> scan(IndexSearcher searcher, float[] vector, Query filter, int max) throws IOException {
        PriorityQueue<Scored> best = new PriorityQueue<>(Comparator.comparingDouble(Scored::score));
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(VECTOR);
            Scorer passing = weight.scorer(leaf);
            if (vectors == null || vectors.size() == 0 || passing == null) {
                continue;
            }
            VectorScorer scorer = vectors.scorer(vector);
            NumericDocValues ids = DocValues.unwrapSingleton(leaf.reader().getSortedNumericDocValues(ID));
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(scorer.iterator(), passing.iterator()));
            for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
                if (live != null && !live.get(doc)) {
                    continue;
                }
                double cosine = cosine(scorer.score());
                if (best.size() < max || cosine > best.peek().score()) {
                    ids.advanceExact(doc);
                    best.add(new Scored(ids.longValue(), cosine));
                    if (best.size() > max) {
                        best.poll();
                    }
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** Lucene lifts a dot product from -1..1 to 0..1. */
    private static double cosine(float score) {
        return 2.0 * score - 1.0;
    }

    @Override
    public Optional<Update> update() {
        return folder.update().map(VectorUpdate::new);
    }

    @Override
    public Optional<Update> rebuild() {
        return folder.rebuild().map(VectorUpdate::new);
    }

    @Override
    public void close() {
        folder.close();
    }

    private record VectorUpdate(IndexFolder.Writing writing) implements Update {
        @Override
        public long revision() {
            return writing.revision();
        }

        @Override
        public void put(Manual manual, List<EmbeddedPassage> passages) {
            delete(manual.id());
            try {
                for (EmbeddedPassage passage : passages) {
                    if (passage.vector().length > 0) {
                        writing.writer().addDocument(document(manual, passage));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Document document(Manual manual, EmbeddedPassage passage) {
            Document document = new Document();
            document.add(new LongField(ID, passage.passage().id(), Field.Store.NO));
            document.add(new StringField(MANUAL, manual.id().toString(), Field.Store.NO));
            document.add(new KnnFloatVectorField(VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
            return document;
        }

        @Override
        public void remove(ManualId manual) {
            delete(manual);
            writing.erase();
        }

        private void delete(ManualId manual) {
            try {
                writing.writer().deleteDocuments(new Term(MANUAL, manual.toString()));
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
