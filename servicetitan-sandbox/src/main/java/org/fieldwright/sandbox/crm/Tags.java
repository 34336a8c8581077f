package org.fieldwright.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Tags on customers and locations. */
final class Tags {
    private static final String FIELD = "tagTypeIds";

    private Tags() {}

    static void bind(Book.Chapter crm, String owner) {
        String path = owner + "s/{id}/tags/{tagTypeId}";
        crm.on("POST", path, work -> {
                    Row holder = work.world().get(owner, work.id("id"));
                    long tag =
                            work.world().get("tag-type", work.id("tagTypeId")).id();
                    List<Long> tags = new ArrayList<>(Json.ids(holder.body().get(FIELD)));
                    if (tags.contains(tag)) {
                        throw Problem.conflict("The tag " + tag + " is there already.");
                    }
                    tags.add(tag);
                    keep(work, holder, tags);
                    ObjectNode answer = Json.object().put(owner + "Id", holder.id());
                    answer.set(FIELD, Json.ids(tags));
                    return Result.of(answer);
                })
                .on("DELETE", path, work -> {
                    Row holder = work.world().get(owner, work.id("id"));
                    long tag = work.id("tagTypeId");
                    List<Long> tags = new ArrayList<>(Json.ids(holder.body().get(FIELD)));
                    if (!tags.remove(tag)) {
                        throw Problem.missing("tag on this " + owner, tag);
                    }
                    keep(work, holder, tags);
                    return Result.nothing();
                });
    }

    static void bindBulk(Book.Chapter crm) {
        crm.on("PUT", "tags", work -> bulk(work, true)).on("DELETE", "tags", work -> bulk(work, false));
    }

    private static Result bulk(Work work, boolean add) {
        List<Long> wanted = Json.ids(work.body().get(FIELD));
        wanted.forEach(tag -> work.world().named("tag-type", FIELD, tag));
        for (long customer : Json.ids(work.body().get("customerIds"))) {
            Row holder = work.world().named("customer", "customerIds", customer);
            List<Long> tags = new ArrayList<>(Json.ids(holder.body().get(FIELD)));
            tags.removeAll(wanted);
            if (add) {
                tags.addAll(wanted);
            }
            keep(work, holder, tags);
        }
        return Result.nothing();
    }

    private static void keep(Work work, Row holder, List<Long> tags) {
        holder.body().set(FIELD, Json.ids(tags));
        work.ledger().save(holder);
    }
}
