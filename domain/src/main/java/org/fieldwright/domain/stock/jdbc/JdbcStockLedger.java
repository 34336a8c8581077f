package org.fieldwright.domain.stock.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.stock.Movement;
import org.fieldwright.domain.stock.StockLedger;
import org.fieldwright.domain.stock.StockLevel;
import org.fieldwright.domain.stock.StockPlace;

/** The ledger in PostgreSQL: nothing is kept, every number is added up from the mirror. */
@ApplicationScoped
class JdbcStockLedger implements StockLedger {
    private static final String PLACES = """
            with level as (
                select coalesce(moved.place, wanted.place) as place, coalesce(moved.sku, wanted.sku) as sku, coalesce(moved.on_hand, 0) as on_hand,
                    wanted.least
                from (select place, sku, sum(quantity) as on_hand from mirror.stock_movement group by place, sku) as moved
                    full join mirror.stock_wanted as wanted on wanted.place = moved.place and wanted.sku = moved.sku),
            place as (
                select id, body, true as truck from mirror.truck where active
                union all
                select id, body, false from mirror.warehouse where active)
            select place.id, coalesce(place.body ->> 'name', '') as name, place.truck,
                coalesce((select string_agg(technician.name, ', ' order by technician.name) from mirror.technician
                    where place.truck and place.body -> 'technicianIds' @> to_jsonb(technician.id)), '') as technicians,
                (select count(*) from level where level.place = place.id) as parts,
                (select count(*) from level where level.place = place.id and level.on_hand < level.least) as short
            from place
            """;

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcStockLedger() {}

    @Inject
    JdbcStockLedger(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StockPlace> places() {
        return jdbc.query(PLACES + " order by truck desc, name, id", JdbcStockLedger::place);
    }

    @Override
    public Optional<StockPlace> place(long id) {
        return jdbc.first(PLACES + " where place.id = ?", JdbcStockLedger::place, id);
    }

    private static StockPlace place(ResultSet row) throws SQLException {
        return new StockPlace(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("truck"),
                row.getString("technicians"),
                row.getInt("parts"),
                row.getInt("short"));
    }

    @Override
    public List<StockLevel> levels(long place) {
        return jdbc.query(
                """
                select coalesce(moved.sku, wanted.sku) as sku,
                    coalesce(wanted.code, material.body ->> 'code', equipment.body ->> 'code', '') as code,
                    coalesce(wanted.name, material.body ->> 'displayName', equipment.body ->> 'displayName', '') as name,
                    coalesce(moved.on_hand, 0) as on_hand, wanted.least, wanted.most
                from (select sku, sum(quantity) as on_hand from mirror.stock_movement where place = ? group by sku) as moved
                    full join (select * from mirror.stock_wanted where place = ?) as wanted on wanted.sku = moved.sku
                    left join mirror.material on material.id = coalesce(moved.sku, wanted.sku)
                    left join mirror.equipment on equipment.id = coalesce(moved.sku, wanted.sku)
                order by coalesce(moved.on_hand, 0) < coalesce(wanted.least, 0) desc, name, sku
                """,
                row -> new StockLevel(
                        row.getLong("sku"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBigDecimal("on_hand"),
                        Optional.ofNullable(row.getBigDecimal("least")),
                        Optional.ofNullable(row.getBigDecimal("most"))),
                place,
                place);
    }

    @Override
    public List<Movement> movements(long place, long sku) {
        return jdbc.query(
                """
                select reason, coalesce(number, ''), at, quantity from mirror.stock_movement
                where place = ? and sku = ? and at is not null order by at, reason, number
                """,
                row -> new Movement(
                        Movement.Reason.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getBigDecimal(4)),
                place,
                sku);
    }
}
