package org.fieldwright.domain.manual.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualState;
import org.fieldwright.domain.manual.PageText;
import org.fieldwright.domain.manual.Passage;
import org.fieldwright.domain.manual.PassageKind;
import org.fieldwright.domain.manual.ReadingProblem;

/** Rows of the manual tables as records. */
final class ManualRows {
    /** What changes with the state of a manual. */
    static final String CHANGING =
            "title, media_type, manufacturer, model, state, edition, pages, pages_done, problem, incident, changed_at";

    static final String COLUMNS = CHANGING + ", id, version, file_name, sha256, bytes, uploaded_by, uploaded_at";

    static final String PASSAGE_COLUMNS = "id, manual, edition, ordinal, kind, headings, text, spans";

    private ManualRows() {}

    static Manual manual(ResultSet row) throws SQLException {
        return new Manual(
                new ManualId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("bytes"),
                new Equipment(row.getString("manufacturer"), row.getString("model")),
                ManualState.valueOf(row.getString("state")),
                row.getInt("edition"),
                row.getInt("pages"),
                row.getInt("pages_done"),
                Optional.ofNullable(row.getString("problem")).map(ReadingProblem::valueOf),
                row.getString("incident"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    static PageText page(ResultSet row) throws SQLException {
        return new PageText(
                row.getInt("number"),
                row.getFloat("width"),
                row.getFloat("height"),
                row.getString("text"),
                PackedNumbers.words(row.getBytes("words")),
                PageText.Source.valueOf(row.getString("source")));
    }

    static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getLong("id"),
                new ManualId(row.getObject("manual", UUID.class)),
                row.getInt("edition"),
                row.getInt("ordinal"),
                PassageKind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("headings").getArray()),
                row.getString("text"),
                PackedNumbers.spans((Integer[]) row.getArray("spans").getArray()));
    }
}
