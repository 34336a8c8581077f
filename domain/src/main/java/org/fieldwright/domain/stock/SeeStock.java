package org.fieldwright.domain.stock;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.people.Permission;
import org.fieldwright.domain.people.Requires;
import org.fieldwright.domain.shared.UseCase;

/** Somebody looks what is on a truck or in a warehouse, and how that number came about. */
@UseCase
public class SeeStock {
    private StockLedger ledger;

    /** For the container's proxy. */
    protected SeeStock() {}

    @Inject
    public SeeStock(StockLedger ledger) {
        this.ledger = ledger;
    }

    @Requires(Permission.SEE_JOBS)
    public List<StockPlace> places() {
        return ledger.places();
    }

    @Requires(Permission.SEE_JOBS)
    public Optional<StockPlace> place(long id) {
        return ledger.place(id);
    }

    @Requires(Permission.SEE_JOBS)
    public List<StockLevel> levels(long place) {
        return ledger.levels(place);
    }

    @Requires(Permission.SEE_JOBS)
    public List<Movement> movements(long place, long sku) {
        return ledger.movements(place, sku);
    }
}
