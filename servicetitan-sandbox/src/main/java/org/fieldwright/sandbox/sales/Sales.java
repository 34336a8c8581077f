package org.fieldwright.sandbox.sales;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.Map;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Filters;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** The module {@code /sales/v2}. */
public final class Sales {
    private Sales() {}

    public static void bind(Book book) {
        book.dress(Estimates.KIND, Estimates::dress);
        Map<String, Filters.Filter> filters = Map.of(
                "status",
                (search, work, value) -> search.equal("status.name", value),
                "totalGreater",
                (search, work, value) -> search.atLeast("subtotal", new BigDecimal(value)),
                "totalLess",
                (search, work, value) -> search.atMost("subtotal", new BigDecimal(value)),
                "soldById",
                (search, work, value) -> search.equal("soldBy", value),
                "soldByEmployeeId",
                (search, work, value) -> search.equal("soldBy", value));
        book.chapter("/sales/v2")
                .list("estimates", Estimates.KIND, filters)
                .get("estimates/{id}", Estimates.KIND)
                .on("POST", "estimates", work -> {
                    Row estimate = Estimates.create(work.world(), work.fields());
                    return Result.of(work.world().dressed(estimate));
                })
                .on("PUT", "estimates/{id}", work -> {
                    Row estimate = Estimates.change(work.world(), estimate(work), work.fields());
                    return Result.of(work.world().dressed(estimate));
                })
                .on("PUT", "estimates/{id}/sell", work -> {
                    long seller = work.fields().path("soldBy").asLong();
                    Row estimate = Estimates.sell(work.world(), estimate(work), seller);
                    return Result.of(work.world().dressed(estimate));
                })
                .on("PUT", "estimates/{id}/unsell", work -> {
                    Estimates.unsell(work.world(), estimate(work));
                    return Result.nothing();
                })
                .on("PUT", "estimates/{id}/dismiss", work -> {
                    Estimates.dismiss(work.world(), estimate(work));
                    return Result.nothing();
                })
                .list(
                        "estimates/items",
                        Estimates.ITEM,
                        Map.of("estimateId", (search, work, value) -> search.equal("estimateId", value)))
                .on("PUT", "estimates/{id}/items", work -> {
                    Row item = Estimates.putItem(work.world(), estimate(work), work.fields());
                    Estimates.reckon(work.world(), estimate(work));
                    return Result.of(item.answer());
                })
                .on("DELETE", "estimates/{id}/items/{itemId}", work -> {
                    Row estimate = estimate(work);
                    work.ledger().deactivate(Estimates.item(work.world(), estimate, work.id("itemId")));
                    Estimates.reckon(work.world(), estimate);
                    return Result.nothing();
                })
                .export("estimates/export", Estimates.KIND)
                .export("export/estimates", Estimates.KIND)
                .on("GET", "status/estimates/{id}/changes", work -> {
                    ArrayNode changes = Json.array();
                    work.ledger()
                            .all(Search.of(Estimates.CHANGE)
                                    .equal("estimateId", estimate(work).id()))
                            .forEach(change -> changes.add(change.answer()));
                    return Result.of(changes);
                });
    }

    private static Row estimate(Work work) {
        return work.world().get(Estimates.KIND, work.id("id"));
    }
}
