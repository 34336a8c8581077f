package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** Estimates, and items of invoices. */
final class MoneyEffects {
    private final Line line;

    MoneyEffects(Line line) {
        this.line = line;
    }

    Receipt create(Effect.CreateEstimate estimate, boolean again) {
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                Scopes.ESTIMATES,
                                clients -> clients.of(SalesApi.class)
                                        .estimates(clients.tenant(), estimate.jobId(), "Any", page, Records.PAGE_SIZE)),
                        found -> isLike(found, estimate)),
                () -> line.create(
                        Scopes.ESTIMATES_WRITE,
                        clients -> clients.of(SalesApi.class)
                                .createEstimate(clients.tenant(), Bodies.estimate(estimate))));
    }

    Receipt sell(Effect.SellEstimate sale) {
        return Once.brought(
                () -> isIn(sale.estimateId(), "Sold"),
                () -> line.write(
                        Scopes.ESTIMATES_WRITE,
                        clients -> clients.of(SalesApi.class)
                                .sell(clients.tenant(), sale.estimateId(), Bodies.sale(sale))));
    }

    Receipt dismiss(long estimateId) {
        return Once.brought(
                () -> isIn(estimateId, "Dismissed"),
                () -> line.change(
                        Scopes.ESTIMATES_WRITE,
                        clients -> clients.of(SalesApi.class).dismiss(clients.tenant(), estimateId)));
    }

    /** An item with an id is written as it shall be, as often as one likes. */
    Receipt put(Effect.PutInvoiceItem item, boolean again) {
        return Once.created(
                again && item.itemId().isEmpty(),
                () -> items(item.invoiceId()).stream()
                        .filter(found -> isLike(found, item))
                        .findFirst(),
                () -> {
                    line.change(
                            Scopes.INVOICES_WRITE,
                            clients -> clients.of(AccountingApi.class)
                                    .putItem(clients.tenant(), item.invoiceId(), Bodies.item(item)));
                    return null;
                });
    }

    Receipt remove(Effect.RemoveInvoiceItem item) {
        return Once.brought(
                () -> items(item.invoiceId()).stream().noneMatch(found -> Records.number(found, "id") == item.itemId()),
                () -> line.change(
                        Scopes.INVOICES_WRITE,
                        clients -> clients.of(AccountingApi.class)
                                .removeItem(clients.tenant(), item.invoiceId(), item.itemId())));
    }

    private boolean isIn(long estimateId, String state) {
        JsonObject estimate = line.read(
                Scopes.ESTIMATES,
                clients ->
                        clients.of(SalesApi.class).read(clients.tenant(), "estimates/" + estimateId, ReadQuery.none()));
        return Records.text(Records.object(estimate, "status"), "name").equals(state);
    }

    private List<JsonObject> items(long invoiceId) {
        Page page = new Page(line.read(
                Scopes.INVOICES,
                clients -> clients.of(AccountingApi.class)
                        .read(
                                clients.tenant(),
                                "invoices",
                                ReadQuery.none().id(invoiceId).allActiveStates())));
        return page.records().stream()
                .filter(invoice -> Records.number(invoice, "id") == invoiceId)
                .findFirst()
                .map(invoice -> Records.objects(invoice, "items"))
                .orElseThrow(() -> new ServiceTitanException(
                        Trouble.NOT_FOUND, "ServiceTitan has no invoice " + invoiceId + " (any more)."));
    }

    private static boolean isLike(JsonObject found, Effect.CreateEstimate estimate) {
        if (Records.number(found, "jobId") != estimate.jobId()
                || !Records.text(found, "name").equals(estimate.name())) {
            return false;
        }
        List<JsonObject> left = new ArrayList<>(Records.objects(found, "items"));
        return left.size() == estimate.lines().size()
                && estimate.lines().stream().allMatch(line -> taken(left, line));
    }

    private static boolean taken(List<JsonObject> left, Effect.EstimateLine line) {
        Optional<JsonObject> same = left.stream()
                .filter(item -> Records.number(Records.object(item, "sku"), "id") == line.skuId()
                        && Records.same(Records.decimal(item, "qty"), line.quantity()))
                .findFirst();
        same.ifPresent(left::remove);
        return same.isPresent();
    }

    private static boolean isLike(JsonObject found, Effect.PutInvoiceItem item) {
        boolean thing = item.skuId().isPresent()
                ? Records.number(found, "skuId") == item.skuId().getAsLong()
                : Records.text(found, "description").equals(item.description());
        return thing
                && Records.same(Records.decimal(found, "quantity"), item.quantity())
                && Records.same(Records.decimal(found, "price"), item.unitPrice());
    }
}
