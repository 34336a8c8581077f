package org.fieldwright.sandbox.desk;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.contract.Fitting;
import org.fieldwright.sandbox.store.Row;

/**
 * Export feeds. A token holds the last revision that was given and the day the reader began with; so it stays good for ever, and what
 * comes later is found behind it.
 */
final class Feeds {
    private static final Pattern TOKEN = Pattern.compile("r(\\d+)d(-?\\d+)");

    private record Place(long revision, Instant start) {}

    private Feeds() {}

    static Behaviour of(String kind) {
        return work -> {
            Place place = place(work.asked("from").orElse(""));
            Instant newest = work.flag("includeRecentChanges")
                    ? Instant.MAX
                    : work.world().now().minus(work.feedRules().delay());
            List<Row> wanted = new ArrayList<>();
            List<Row> given = repeated(work, kind, place);
            long last = place.revision();
            int size = work.feedRules().page();
            boolean more = false;
            while (!more) {
                List<Row> next = work.ledger().since(kind, last, size + 1);
                boolean young = false;
                for (Row row : next) {
                    if (row.modified().isAfter(newest)) {
                        young = true;
                        break;
                    }
                    if (!row.modified().isBefore(place.start())) {
                        if (wanted.size() == size) {
                            more = true;
                            break;
                        }
                        wanted.add(row);
                    }
                    last = row.revision();
                }
                if (young || next.size() <= size) {
                    break;
                }
            }
            given.addAll(wanted);
            return new Result.Feed(work.world().dressed(kind, given), more, token(new Place(last, place.start())));
        };
    }

    /** Who asks for recent changes may get some rows again. */
    private static List<Row> repeated(Work work, String kind, Place place) {
        return work.flag("includeRecentChanges") && place.revision() > 0
                ? new ArrayList<>(work.ledger()
                        .until(kind, place.revision(), work.feedRules().repeats()))
                : new ArrayList<>();
    }

    private static Place place(String from) {
        if (from.isEmpty()) {
            return new Place(0, Instant.EPOCH);
        }
        try {
            return new Place(0, Fitting.moment(from));
        } catch (DateTimeException noDate) {
            return token(from);
        }
    }

    private static String token(Place place) {
        String text = String.format(
                Locale.ROOT, "r%dd%d", place.revision(), place.start().toEpochMilli());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Place token(String text) {
        try {
            Matcher matcher = TOKEN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (matcher.matches()) {
                return new Place(
                        Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2))));
            }
        } catch (IllegalArgumentException unreadable) {
            throw Problem.bad("from", "The continuation token is not valid.");
        }
        throw Problem.bad("from", "The continuation token is not valid.");
    }
}
