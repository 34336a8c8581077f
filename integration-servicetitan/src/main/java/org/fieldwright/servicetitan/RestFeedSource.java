package org.fieldwright.servicetitan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.Feed;
import org.fieldwright.domain.mirror.FeedSource;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * Feeds by ServiceTitan's REST API. A position is
 *
 * <ul>
 *   <li>for an export feed their token with a word before it: during the first load we do not ask for recent changes early, because that repeats
 *       rows and the load is long; once it has come to its end we do, because then minutes count and repeated rows are few;
 *   <li>for a list of changes a {@link Window};
 *   <li>for a list read as a whole always the beginning: it is short and comes in one part.
 * </ul>
 */
@ApplicationScoped
class RestFeedSource implements FeedSource {
    private static final int PAGE_SIZE = 500;
    private static final int TRIES = 3;
    private static final String LOADING = "load ";
    private static final String FOLLOWING = "follow ";

    private Line line;

    /** For the container's proxy. */
    protected RestFeedSource() {}

    @Inject
    RestFeedSource(Line line) {
        this.line = line;
    }

    @Override
    public Part next(Feed feed, String position) {
        FeedPlace place = FeedPlace.of(feed);
        return switch (feed.how()) {
            case EXPORT -> exported(place, position);
            case CHANGED -> changed(place, Window.of(position));
            case WHOLE -> whole(feed, place);
        };
    }

    @Override
    public boolean readsOne(Kind kind) {
        return !(FeedPlace.of(Feed.of(kind)).one() instanceof FeedPlace.One.Never);
    }

    @Override
    public Optional<Copy> read(Kind kind, long id) {
        FeedPlace place = FeedPlace.of(Feed.of(kind));
        try {
            return switch (place.one()) {
                case FeedPlace.One.Never none -> throw new IllegalArgumentException(kind + " cannot be read by itself");
                case FeedPlace.One.At at -> one(place, asked(place, at.path() + "/" + id, ReadQuery.none()));
                case FeedPlace.One.ByList by -> {
                    JsonObject answer = asked(
                            place,
                            by.path(),
                            by.extras().apply(ReadQuery.none().page(1, 1).id(id)));
                    JsonArray rows = new Page(answer).rows();
                    yield rows.isEmpty()
                            ? Optional.empty()
                            : one(place, rows.get(0).asJsonObject());
                }
                case FeedPlace.One.HistoryOfJob history ->
                    one(place, withJob(id, asked(place, "jobs/" + id + "/history", ReadQuery.none())));
            };
        } catch (ServiceTitanException said) {
            if (said.trouble() == Trouble.NOT_FOUND) {
                return Optional.empty();
            }
            throw said;
        }
    }

    private Part exported(FeedPlace place, String position) {
        boolean following = position.startsWith(FOLLOWING);
        String token = following || position.startsWith(LOADING) ? position.substring(position.indexOf(' ') + 1) : "";
        ReadQuery query = place.extras().apply(ReadQuery.none().recentChanges(following));
        Page page = new Page(asked(place, place.path(), token.isEmpty() ? query : query.from(token)));
        Rows rows = new Rows(place.id());
        rows.add(page.rows());
        String next = page.continueFrom().isEmpty() ? token : page.continueFrom();
        // With the token that we came with there is nothing new to be had at once, whatever else they say.
        boolean more = page.hasMore() && !next.equals(token);
        String begun = next.isEmpty() ? BEGINNING : (following || !page.hasMore() ? FOLLOWING : LOADING) + next;
        return new Part(rows.copies(), rows.unreadable(), begun, more, false);
    }

    private Part changed(FeedPlace place, Window last) {
        Window window = last.opened(line.theirNow());
        if (window.isEmpty()) {
            return new Part(List.of(), List.of(), last.toString(), false, false);
        }
        ReadQuery query = place.extras().apply(ReadQuery.none().page(window.page(), PAGE_SIZE));
        window.since().ifPresent(query::modifiedSince);
        window.until().ifPresent(query::modifiedBefore);
        Page page = new Page(asked(place, place.path(), query));
        Rows rows = new Rows(place.id());
        rows.add(page.rows());
        Window next = window.after(page.total(), page.size(PAGE_SIZE), page.hasMore());
        return new Part(rows.copies(), rows.unreadable(), next.toString(), next.goesOn(), false);
    }

    private Part whole(Feed feed, FeedPlace place) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Rows> rows = pages(place);
            if (rows.isPresent()) {
                return new Part(rows.get().copies(), rows.get().unreadable(), BEGINNING, false, true);
            }
        }
        throw new ServiceTitanException(
                Trouble.THEIR_FAULT,
                feed.inWords() + " kept changing while they were read. They are read again by themselves.");
    }

    /** All pages of a list; empty when it changed between two of them. */
    private Optional<Rows> pages(FeedPlace place) {
        Rows rows = new Rows(place.id());
        OptionalLong total = OptionalLong.empty();
        for (int number = 1; ; number++) {
            Page page = new Page(asked(
                    place, place.path(), place.extras().apply(ReadQuery.none().page(number, PAGE_SIZE))));
            if (number > 1 && !total.equals(page.total())) {
                return Optional.empty();
            }
            total = page.total();
            rows.add(page.rows());
            if (!page.hasMore()) {
                long read = (long) rows.copies().size() + rows.unreadable().size();
                return total.isEmpty() || total.getAsLong() == read ? Optional.of(rows) : Optional.empty();
            }
        }
    }

    private JsonObject asked(FeedPlace place, String path, ReadQuery query) {
        return line.read(place.scope(), clients -> clients.of(place.module()).read(clients.tenant(), path, query));
    }

    private static Optional<Copy> one(FeedPlace place, JsonObject record) {
        Rows rows = new Rows(place.id());
        rows.add(Json.createArrayBuilder().add(record).build());
        if (rows.copies().isEmpty()) {
            throw Troubles.unreadable(
                    "the record is none. " + rows.unreadable().getFirst().reason(), false);
        }
        return Optional.of(rows.copies().getFirst());
    }

    private static JsonObject withJob(long job, JsonObject history) {
        JsonObjectBuilder record = Json.createObjectBuilder().add("jobId", job);
        history.forEach((name, value) -> {
            if (!name.equals("jobId")) {
                record.add(name, value);
            }
        });
        return record.build();
    }
}
