package org.fieldwright.domain.stock;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that changed how much of a part is at a place.
 *
 * @param number of the paper behind it, such as a receipt's
 * @param quantity what came in is positive, what left is negative
 */
public record Movement(Reason reason, String number, Instant at, BigDecimal quantity) {
    /** Why a part moved. */
    public enum Reason {
        RECEIPT("Received from a vendor"),
        TRANSFER_IN("Transferred in"),
        TRANSFER_OUT("Transferred out"),
        ADJUSTMENT("Counted and adjusted"),
        RETURN("Returned to a vendor"),
        USED("Used on an invoice");

        private final String inWords;

        Reason(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }
}
