package org.fieldwright.domain.mirror.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldwright.domain.mirror.Copies.NOON;
import static org.fieldwright.domain.mirror.Copies.job;
import static org.fieldwright.domain.mirror.Copies.part;

import java.util.Optional;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.mirror.Mirror;
import org.fieldwright.domain.mirror.MirrorContract;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcMirrorTest implements MirrorContract {
    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final JdbcMirror mirror = new JdbcMirror(jdbc);

    @Override
    public Mirror mirror() {
        return mirror;
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_has_its_table(Kind kind) {
        mirror.keep(kind, new Copy(1, true, Optional.of(NOON), "{\"id\": 1}"), NOON);

        assertThat(mirror.find(kind, 1).orElseThrow().active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"id\": 2, \"createdOn\": \"yesterday\"}' | A date in it is not a date.",
                "'{\"id\": 2, \"customerId\": \"seven\"}' | A number in it is not a number, or is too large.",
                "'{\"id\": 2, \"customerId\": 99999999999999999999}' | A number in it is not a number, or is too large.",
                "'[2]' | It is not a record.",
                "'{\"id\": 2, \"summary\": \"zero \\u0000 byte\"}' | It holds a character that cannot be kept (a zero byte).",
            })
    void a_record_the_storage_refuses_is_put_aside_and_harms_no_other(String json, String reason) {
        Copy bad = new Copy(2, true, Optional.of(NOON), json);

        int changed = mirror.keep(Feed.JOBS, part("a", false, job(1, "Hold", 0), bad, job(3, "Hold", 0)), NOON);

        assertThat(changed).isEqualTo(2);
        assertThat(mirror.counts()).containsEntry(Kind.JOB, 2);
        assertThat(mirror.putAside(0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo(reason))
                .satisfies(row -> assertThat(row.id()).contains(2L));
        assertThat(mirror.feed(Feed.JOBS).position()).isEqualTo("a");
    }

    @Test
    void what_was_put_aside_is_settled_when_its_record_arrives_in_order() {
        mirror.keep(Feed.JOBS, part("a", false, new Copy(2, true, Optional.of(NOON), "[2]")), NOON);

        mirror.keep(Feed.JOBS, part("b", false, job(2, "Hold", 1)), NOON);

        assertThat(mirror.countPutAside()).isZero();
    }

    @Test
    void typed_columns_are_read_from_what_came() {
        String json = "{\"id\": 5, \"jobNumber\": \"5-1\", \"createdOn\": \"2026-03-01T18:30:00.1234567Z\","
                + " \"completedOn\": null, \"total\": 129.50, \"jobStatus\": \"A status of next year\"}";

        mirror.keep(Kind.JOB, new Copy(5, true, Optional.of(NOON), json), NOON);

        String typed = jdbc.first(
                        "select job_number || ' ' || job_status || ' ' || total || ' ' || to_char(created_on at time zone"
                                + " 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || coalesce(completed_on::text, 'open')"
                                + " from mirror.job where id = 5",
                        row -> row.getString(1))
                .orElseThrow();
        assertThat(typed).isEqualTo("5-1 A status of next year 129.50 2026-03-01 18:30 open");
    }
}
