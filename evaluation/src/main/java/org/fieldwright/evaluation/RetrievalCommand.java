package org.fieldwright.evaluation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.fieldwright.domain.manual.Embedder;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.rag.pgvector.Pgvector;
import org.fieldwright.rag.pgvector.VectorDatabase;
import org.fieldwright.rag.store.VectorStore;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good the search is on texts of every kind, beside published figures. */
@Command(
        name = "retrieval",
        description = "Indexes the documents of a retrieval set in the form of BEIR and asks its queries.",
        mixinStandardHelpOptions = true)
final class RetrievalCommand implements Callable<Integer> {
    private static final int FIRST = 10;
    private static final int MANY = 100;

    private static final List<String> RANKERS = List.of("bm25", "vector", "fused");

    /** Where vectors are searched. */
    enum Store {
        LUCENE,
        PGVECTOR
    }

    @Option(names = "--beir", required = true, description = "The folder with corpus.jsonl and the splits.")
    private Path beir;

    @Option(names = "--split", required = true, description = "The folder in it with queries.jsonl and qrels.tsv.")
    private String split;

    @Option(
            names = "--store",
            defaultValue = "LUCENE",
            description = "Where vectors are searched: lucene, the default, or pgvector.")
    private Store store;

    @Option(
            names = "--database-url",
            description = "For pgvector: jdbc:postgresql://… of an empty database that has it. Vectors are left in it.")
    private String databaseUrl;

    @Option(names = "--cache", description = "A folder that keeps the vectors for the next time.")
    private Path cache;

    @Option(names = "--misses", description = "List the queries with nothing relevant among the first ten.")
    private boolean misses;

    @Spec
    private CommandSpec spec;

    private record Measured(BeirSet.Text query, Map<String, Integer> grades, Map<String, List<String>> rankings) {
        double ndcg(String ranker) {
            return Rankings.ndcg(ranking(ranker), grades, FIRST);
        }

        double recall(String ranker) {
            return Rankings.recall(ranking(ranker), grades.keySet(), MANY);
        }

        double reciprocalRank(String ranker) {
            return Rankings.reciprocalRank(ranking(ranker), grades.keySet(), FIRST);
        }

        private List<String> ranking(String ranker) {
            return rankings.getOrDefault(ranker, List.of());
        }
    }

    @Override
    public Integer call() {
        PrintWriter people = spec.commandLine().getErr();
        BeirSet set = BeirSet.read(beir, split);
        try (IndexedCorpus corpus = new IndexedCorpus(set.corpus(), Optional.ofNullable(cache), vectors())) {
            Stopwatch searching = new Stopwatch();
            List<Measured> measured = set.queries().stream()
                    .map(query -> new Measured(
                            query, set.grades().get(query.id()), searching.time(() -> corpus.rankings(query.text()))))
                    .toList();
            Report.print(metrics(measured), spec.commandLine().getOut(), people);
            people.println(searching.inWords("Searching"));
            if (misses) {
                measured.stream()
                        .filter(one -> one.reciprocalRank("fused") == 0)
                        .forEach(one -> people.println(one.query().id() + " wanted "
                                + one.grades().keySet() + "\n  " + one.query().text()));
            }
            people.flush();
        }
        return 0;
    }

    private Optional<Function<Embedder, VectorStore>> vectors() {
        return switch (store) {
            case LUCENE -> Optional.empty();
            case PGVECTOR -> {
                PGSimpleDataSource dataSource = dataSource();
                refuseInUse(dataSource);
                VectorDatabase database = new VectorDatabase(dataSource);
                Pgvector found = database.pgvector();
                yield switch (found) {
                    case Pgvector.Usable usable ->
                        Optional.of(embedder -> database.open(embedder.model(), embedder.dimensions()));
                    case Pgvector.Unusable unusable -> throw new InputException(unusable.reason());
                    case Pgvector.Missing missing -> throw new InputException("This PostgreSQL has no pgvector.");
                };
            }
        };
    }

    /** The vectors of a shop's manuals would give way to those of the set. */
    private static void refuseInUse(PGSimpleDataSource dataSource) {
        boolean inUse = new Jdbc(dataSource)
                .first("select to_regclass('manual') is not null", row -> row.getBoolean(1))
                .orElseThrow();
        if (inUse) {
            throw new InputException("This database holds a Fieldwright's manuals. Name an empty one.");
        }
    }

    private PGSimpleDataSource dataSource() {
        if (databaseUrl == null) {
            throw new InputException("Name a database for --store pgvector: --database-url=jdbc:postgresql://…");
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        try {
            dataSource.setUrl(databaseUrl);
        } catch (IllegalArgumentException off) {
            throw new InputException(databaseUrl + " is not the address of a PostgreSQL database.", off);
        }
        return dataSource;
    }

    private static List<Metric> metrics(List<Measured> all) {
        List<Metric> metrics = new ArrayList<>();
        for (String ranker : RANKERS) {
            Map<String, String> by = Map.of("ranker", ranker);
            metrics.add(Metric.mean("nDCG@10", all, by, one -> one.ndcg(ranker)));
            metrics.add(Metric.mean("recall@100", all, by, one -> one.recall(ranker)));
            metrics.add(Metric.mean("MRR@10", all, by, one -> one.reciprocalRank(ranker)));
        }
        return metrics;
    }
}
