package org.fieldwright.rag.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.fieldwright.domain.manual.ManualId;

/** Small questions to an index that both indexes ask. */
final class Filters {
    private Filters() {}

    /** Lets only some manuals through; empty when all may pass. */
    static Optional<Query> onlyIn(String field, Set<ManualId> manuals) {
        if (manuals.isEmpty()) {
            return Optional.empty();
        }
        List<BytesRef> ids =
                manuals.stream().map(id -> new BytesRef(id.toString())).toList();
        return Optional.of(new TermInSetQuery(field, ids));
    }

    /** The number a document keeps in a field. */
    static long number(IndexSearcher searcher, String field, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues numbers = DocValues.unwrapSingleton(leaf.reader().getSortedNumericDocValues(field));
        numbers.advanceExact(doc - leaf.docBase);
        return numbers.longValue();
    }
}
