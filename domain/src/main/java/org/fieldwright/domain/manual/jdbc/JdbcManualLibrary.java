package org.fieldwright.domain.manual.jdbc;

import static org.fieldwright.domain.manual.jdbc.ManualRows.COLUMNS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.manual.EmbeddedPassage;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.ManualState;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.ReadingProblem;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** The library in PostgreSQL. */
@ApplicationScoped
class JdbcManualLibrary implements ManualLibrary {
    private static final int BATCH = 500;

    /** One writer of changes at a time, so that revisions become visible in their order. */
    private static final String LOCK_CHANGES = "select pg_advisory_xact_lock(7303014)";

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcManualLibrary() {}

    @Inject
    JdbcManualLibrary(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Manual manual) {
        jdbc.update(
                "insert into manual (" + ManualRows.CHANGING
                        + ", id, version, file_name, sha256, bytes, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changing(
                        manual,
                        manual.id().value(),
                        manual.version(),
                        manual.fileName(),
                        manual.sha256(),
                        manual.bytes(),
                        manual.uploadedBy(),
                        manual.uploadedAt()));
    }

    @Override
    public Optional<Manual> find(ManualId id) {
        return jdbc.first("select " + COLUMNS + " from manual where id = ?", ManualRows::manual, id.value());
    }

    @Override
    public Optional<Manual> findByContent(String sha256) {
        return jdbc.first("select " + COLUMNS + " from manual where sha256 = ?", ManualRows::manual, sha256);
    }

    @Override
    public List<Manual> findAll(Collection<ManualId> ids) {
        UUID[] values = ids.stream().map(ManualId::value).distinct().toArray(UUID[]::new);
        return jdbc.query("select " + COLUMNS + " from manual where id = any(?)", ManualRows::manual, (Object) values);
    }

    @Override
    public PageOf<Manual> list(String containing, int first, int max) {
        String pattern = "%" + containing.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String where =
                " from manual where lower(title || ' ' || file_name || ' ' || manufacturer || ' ' || model) like ?";
        int total = jdbc.first("select count(*)" + where, row -> row.getInt(1), pattern)
                .orElse(0);
        List<Manual> rows = jdbc.query(
                "select " + COLUMNS + where + " order by uploaded_at desc, id offset ? limit ?",
                ManualRows::manual,
                pattern,
                first,
                max);
        return new PageOf<>(rows, first, total);
    }

    @Override
    public List<Equipment> equipment() {
        return jdbc.query("""
                select distinct manufacturer, model from manual
                where edition > 0 and (manufacturer <> '' or model <> '')
                order by manufacturer, model
                """, row -> new Equipment(row.getString(1), row.getString(2)));
    }

    @Override
    public Holdings holdings() {
        return jdbc.query("""
                select (select count(*) from manual), (select count(*) from manual where state = 'FAILED'),
                    (select count(*) from manual_page), (select count(*) from passage)
                """, row -> new Holdings(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .getFirst();
    }

    @Override
    public void update(Manual manual) {
        jdbc.inTransaction(connection -> {
            updateRow(connection, manual);
            return null;
        });
    }

    @Override
    public boolean progress(ManualId id, ManualState state, int pages, int pagesDone) {
        return jdbc.update(
                        "update manual set state = ?, pages = ?, pages_done = ? where id = ?",
                        state,
                        pages,
                        pagesDone,
                        id.value())
                == 1;
    }

    @Override
    public List<Passage> switchEdition(
            Manual ready, List<PageText> pages, List<EmbeddedPassage> passages, String model) {
        return jdbc.inTransaction(connection -> {
            updateRow(connection, ready);
            UUID id = ready.id().value();
            Jdbc.update(connection, "delete from manual_page where manual = ?", id);
            Jdbc.update(connection, "delete from passage where manual = ?", id);
            insertPages(connection, ready, pages);
            List<Passage> stored = insertPassages(connection, ready, passages, model);
            recordChange(connection, ready.id(), false);
            return stored;
        });
    }

    @Override
    public void remove(ManualId id) {
        jdbc.inTransaction(connection -> {
            if (Jdbc.update(connection, "delete from manual where id = ?", id.value()) > 0) {
                recordChange(connection, id, true);
            }
            return null;
        });
    }

    @Override
    public Optional<PageText> page(ManualId id, int number) {
        return jdbc.first("""
                select p.number, p.width, p.height, p.text, p.words, p.source
                from manual_page p join manual m on m.id = p.manual and m.edition = p.edition
                where p.manual = ? and p.number = ?
                """, ManualRows::page, id.value(), number);
    }

    @Override
    public List<Passage> passages(Collection<Long> ids) {
        return jdbc.query(
                "select " + ManualRows.PASSAGE_COLUMNS + " from passage where id = any(?)",
                ManualRows::passage,
                (Object) ids.toArray(Long[]::new));
    }

    @Override
    public List<Change> changesAfter(long revision, int max) {
        return jdbc.query(
                "select revision, manual, removed from manual_change where revision > ? order by revision limit ?",
                row -> new Change(row.getLong(1), new ManualId(row.getObject(2, UUID.class)), row.getBoolean(3)),
                revision,
                max);
    }

    @Override
    public long revision() {
        return jdbc.first("select coalesce(max(revision), 0) from manual_change", row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    public List<EmbeddedPassage> embeddedPassages(ManualId id) {
        return jdbc.query(
                "select " + ManualRows.PASSAGE_COLUMNS + ", vector from passage where manual = ? order by ordinal",
                row -> new EmbeddedPassage(ManualRows.passage(row), PackedNumbers.vector(row.getBytes("vector"))),
                id.value());
    }

    private static void updateRow(Connection connection, Manual manual) throws SQLException {
        int changed = Jdbc.update(
                connection,
                "update manual set (" + ManualRows.CHANGING
                        + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), version = version + 1"
                        + " where id = ? and version = ?",
                changing(manual, manual.id().value(), manual.version()));
        if (changed == 0) {
            boolean there = !Jdbc.query(
                            connection,
                            "select 1 from manual where id = ?",
                            row -> 1,
                            manual.id().value())
                    .isEmpty();
            throw there
                    ? new FaultException(Fault.CONFLICT, "Somebody else changed this manual meanwhile. Look again.")
                    : new FaultException(Fault.GONE, "This manual was deleted.");
        }
    }

    /** The values of {@link ManualRows#CHANGING}, and others behind them. */
    private static Object[] changing(Manual manual, Object... others) {
        Stream<Object> values = Stream.of(
                manual.title(),
                manual.mediaType(),
                manual.equipment().manufacturer(),
                manual.equipment().model(),
                manual.state(),
                manual.edition(),
                manual.pages(),
                manual.pagesDone(),
                manual.problem().map(ReadingProblem::name).orElse(null),
                manual.incident(),
                manual.changedAt());
        return Stream.concat(values, Stream.of(others)).toArray();
    }

    private static void insertPages(Connection connection, Manual manual, List<PageText> pages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into manual_page (manual, edition, number, width, height, text, words, source)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int waiting = 0;
            for (PageText page : pages) {
                Jdbc.fill(
                        insert,
                        manual.id().value(),
                        manual.edition(),
                        page.number(),
                        page.width(),
                        page.height(),
                        storable(page.text()),
                        PackedNumbers.words(page.words()),
                        page.source());
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static List<Passage> insertPassages(
            Connection connection, Manual manual, List<EmbeddedPassage> passages, String model) throws SQLException {
        List<Passage> stored = new ArrayList<>(passages.size());
        for (int from = 0; from < passages.size(); from += BATCH) {
            stored.addAll(insertBatch(
                    connection, manual, passages.subList(from, Math.min(from + BATCH, passages.size())), model));
        }
        return stored;
    }

    private static List<Passage> insertBatch(
            Connection connection, Manual manual, List<EmbeddedPassage> batch, String model) throws SQLException {
        List<Long> ids = Jdbc.query(
                connection,
                "select nextval(pg_get_serial_sequence('passage', 'id')) from generate_series(1, ?)",
                row -> row.getLong(1),
                batch.size());
        List<Passage> stored = new ArrayList<>(batch.size());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into passage (id, manual, edition, ordinal, kind, headings, text, spans, model, vector)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int i = 0; i < batch.size(); i++) {
                Passage passage = batch.get(i).passage();
                Jdbc.fill(
                        insert,
                        ids.get(i),
                        manual.id().value(),
                        manual.edition(),
                        passage.ordinal(),
                        passage.kind(),
                        passage.headings().stream()
                                .map(JdbcManualLibrary::storable)
                                .toArray(String[]::new),
                        storable(passage.text()),
                        PackedNumbers.spans(passage.spans()),
                        model,
                        PackedNumbers.vector(batch.get(i).vector()));
                insert.addBatch();
                stored.add(passage.withId(ids.get(i)));
            }
            insert.executeBatch();
        }
        return stored;
    }

    private static void recordChange(Connection connection, ManualId id, boolean removed) throws SQLException {
        Jdbc.query(connection, LOCK_CHANGES, row -> 1);
        Jdbc.update(connection, "insert into manual_change (manual, removed) values (?, ?)", id.value(), removed);
    }

    /** PostgreSQL keeps no NUL in text; one for one, so that offsets stay true. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
