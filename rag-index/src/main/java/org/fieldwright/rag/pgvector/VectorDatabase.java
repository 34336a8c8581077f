package org.fieldwright.rag.pgvector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.StorageException;
import org.fieldwright.rag.store.VectorStore;

/** The database as a place for vectors. */
@ApplicationScoped
public class VectorDatabase {
    /** The first one with HNSW graphs. */
    private static final String OLDEST = "0.5.0";

    private DataSource dataSource;
    private Jdbc jdbc;

    /** For the container's proxy. */
    protected VectorDatabase() {}

    @Inject
    public VectorDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new Jdbc(dataSource);
    }

    /** Looks for pgvector, and creates the extension where the server has it and the database does not. */
    public Pgvector pgvector() {
        Optional<String> created = created();
        if (created.isPresent()) {
            return check(created.get());
        }
        Optional<String> offered = jdbc.first(
                "select default_version from pg_available_extensions where name = 'vector'", row -> row.getString(1));
        return offered.map(this::create).orElseGet(Pgvector.Missing::new);
    }

    /**
     * Opens the store in this database; only after {@link #pgvector()} has found it usable.
     *
     * @param model whose vectors they are; those of another model count as lost
     * @param dimensions how many numbers a vector has
     */
    public VectorStore open(String model, int dimensions) {
        return new PgvectorStore(dataSource, model, dimensions);
    }

    private Optional<String> created() {
        return jdbc.first("select extversion from pg_extension where extname = 'vector'", row -> row.getString(1));
    }

    private Pgvector create(String offered) {
        try {
            jdbc.inTransaction(connection -> {
                Jdbc.query(connection, PgvectorStore.LOCK_SHAPE, row -> 1);
                return Jdbc.update(connection, "create extension if not exists vector");
            });
        } catch (StorageException refused) {
            return new Pgvector.Unusable("PostgreSQL has pgvector " + offered
                    + ", but this database user may not create it (" + firstLine(refused)
                    + "). Let an administrator of the database run: create extension vector;");
        }
        return created().map(this::check).orElseGet(Pgvector.Missing::new);
    }

    private Pgvector check(String version) {
        if (Pgvector.isBefore(version, OLDEST)) {
            return new Pgvector.Unusable("This database has pgvector " + version + ", which is too old; " + OLDEST
                    + " or newer is needed. After its update run: alter extension vector update;");
        }
        boolean visible = jdbc.first("select to_regtype('vector') is not null", row -> row.getBoolean(1))
                .orElse(false);
        return visible
                ? new Pgvector.Usable(version)
                : new Pgvector.Unusable("This database has pgvector " + version
                        + " in a schema that the database user does not search. Put that schema on its search_path.");
    }

    private static String firstLine(StorageException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "");
    }
}
