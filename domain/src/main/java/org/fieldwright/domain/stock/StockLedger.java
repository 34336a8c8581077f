package org.fieldwright.domain.stock;

import java.util.List;
import java.util.Optional;

/** The movements of stock, and their sums. */
public interface StockLedger {
    /** Trucks first, each by name. */
    List<StockPlace> places();

    Optional<StockPlace> place(long id);

    /** What is at a place or should be: the short ones first, then by name. */
    List<StockLevel> levels(long place);

    /** Everything that moved a part at a place, oldest first: its sum is what is on hand. */
    List<Movement> movements(long place, long sku);
}
