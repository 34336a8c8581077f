package org.fieldwright.domain.mirror.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.shared.jdbc.Jdbc;

/** What could not be kept, with its reason. */
final class PutAsideRows {
    private static final int MOST = 10_000;

    private PutAsideRows() {}

    static void add(Connection connection, Feed feed, Optional<Long> record, String json, String reason, Instant now)
            throws SQLException {
        String row = json.replace("\u0000", "");
        Jdbc.update(
                connection,
                """
                insert into put_aside (feed, record, row, reason, at) values (?, ?, ?, ?, ?)
                on conflict (feed, record) where record is not null
                do update set row = excluded.row, reason = excluded.reason, at = excluded.at
                """,
                feed,
                record.orElse(null),
                row.length() > MOST ? row.substring(0, MOST) : row,
                reason,
                now);
    }

    /** What arrived in order needs no reason any more. */
    static void settle(Connection connection, Feed feed, Collection<Copy> copies) throws SQLException {
        Jdbc.update(
                connection,
                "delete from put_aside where feed = ? and record = any(?)",
                feed,
                copies.stream().map(Copy::id).toArray(Long[]::new));
    }

    /** The storage's refusal in words for people, without the value: it may be a customer's. */
    static String reason(SQLException refused) {
        return switch (String.valueOf(refused.getSQLState())) {
            case "22007", "22008" -> "A date in it is not a date.";
            case "22P02", "22003" -> "A number in it is not a number, or is too large.";
            case "22P05", "22021" -> "It holds a character that cannot be kept (a zero byte).";
            case "23502", "23514" -> "It is not a record.";
            default -> "The database refused it (" + refused.getSQLState() + ").";
        };
    }

    static Mirror.PutAside read(ResultSet row) throws SQLException {
        return new Mirror.PutAside(
                Feed.valueOf(row.getString(1)),
                Optional.ofNullable(row.getObject(2, Long.class)),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }
}
