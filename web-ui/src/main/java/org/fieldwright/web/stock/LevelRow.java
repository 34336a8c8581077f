package org.fieldwright.web.stock;

import java.math.BigDecimal;
import org.fieldwright.domain.stock.StockLevel;

/** How much of a part is there, ready to be drawn. */
public record LevelRow(StockLevel level) {
    public String onHand() {
        return plain(level.onHand());
    }

    /** Such as {@code 3 to 6}; blank when no template asks for it. */
    public String wanted() {
        return level.least().map(LevelRow::plain).orElse("")
                + level.most().map(most -> " to " + plain(most)).orElse("");
    }

    public String word() {
        if (level.isImpossible()) {
            return "Check";
        }
        return level.isShort() ? "Short" : "Enough";
    }

    public String tone() {
        return switch (word()) {
            case "Check" -> "bad";
            case "Short" -> "warn";
            default -> "good";
        };
    }

    public String icon() {
        return tone();
    }

    static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
