package org.fieldwright.domain.stock;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a part is at a place.
 *
 * @param onHand the sum of its movements; it may be negative when more was used than ServiceTitan knows to have come
 * @param least the template's minimum; empty when the part is on no template
 * @param most the template's maximum
 */
public record StockLevel(
        long sku, String code, String name, BigDecimal onHand, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    /** Less than the template asks for. */
    public boolean isShort() {
        return least.filter(wanted -> onHand.compareTo(wanted) < 0).isPresent();
    }

    /** More left than came: a movement is missing in ServiceTitan. */
    public boolean isImpossible() {
        return onHand.signum() < 0;
    }
}
