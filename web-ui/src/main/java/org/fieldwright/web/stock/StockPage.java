package org.fieldwright.web.stock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.shared.InWords;
import org.fieldwright.domain.stock.Movement;
import org.fieldwright.domain.stock.SeeStock;
import org.fieldwright.domain.stock.StockPlace;

/** One truck or warehouse: what is there, and how the number of one part came about. */
@Named("stock")
@RequestScoped
public class StockPage {
    private SeeStock seeStock;
    private String placeInAddress = "";
    private String partInAddress = "";
    private List<StockPlace> places;
    private List<LevelRow> rows;
    private List<Movement> movements;

    /** For the container's proxy. */
    protected StockPage() {}

    @Inject
    public StockPage(SeeStock seeStock) {
        this.seeStock = seeStock;
    }

    public List<StockPlace> getPlaces() {
        if (places == null) {
            places = seeStock.places();
        }
        return places;
    }

    /** The one in the address, or else the first; null when there is none. */
    public StockPlace getPlace() {
        return getPlaces().stream()
                .filter(one -> Long.toString(one.id()).equals(placeInAddress))
                .findFirst()
                .or(() -> getPlaces().stream().findFirst())
                .orElse(null);
    }

    public String getContext() {
        StockPlace place = getPlace();
        if (place == null) {
            return "Nothing yet";
        }
        return InWords.count(place.parts(), "part")
                + (place.shortParts() == 0 ? "" : ", " + place.shortParts() + " short");
    }

    public List<LevelRow> getRows() {
        if (rows == null) {
            rows = getPlace() == null
                    ? List.of()
                    : seeStock.levels(getPlace().id()).stream()
                            .map(LevelRow::new)
                            .toList();
        }
        return rows;
    }

    /** The part in the address, if it is known here. */
    public LevelRow getPart() {
        return part().orElse(null);
    }

    private Optional<LevelRow> part() {
        return getRows().stream()
                .filter(row -> Long.toString(row.level().sku()).equals(partInAddress))
                .findFirst();
    }

    public List<Movement> getMovements() {
        if (movements == null) {
            movements = part().map(row ->
                            seeStock.movements(getPlace().id(), row.level().sku()))
                    .orElse(List.of());
        }
        return movements;
    }

    /** With its sign in front. */
    public String signed(BigDecimal quantity) {
        return (quantity.signum() > 0 ? "+" : "") + LevelRow.plain(quantity);
    }

    public String getPlaceInAddress() {
        return placeInAddress;
    }

    public void setPlaceInAddress(String place) {
        this.placeInAddress = place == null ? "" : place;
    }

    public String getPartInAddress() {
        return partInAddress;
    }

    public void setPartInAddress(String part) {
        this.partInAddress = part == null ? "" : part;
    }
}
