package org.fieldwright.domain.stock.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.domain.stock.Movement;
import org.fieldwright.domain.stock.StockLedger;
import org.fieldwright.domain.stock.StockLevel;
import org.fieldwright.domain.stock.StockPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcStockLedgerTest {
    private static final long WAREHOUSE = 1;
    private static final long TRUCK = 2;
    private static final long CAPACITOR = 50;

    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final StockLedger ledger = new JdbcStockLedger(jdbc);

    @BeforeEach
    void fill() {
        put(Kind.WAREHOUSE, WAREHOUSE, "{'name': 'Main'}");
        put(Kind.TRUCK, TRUCK, "{'name': 'Truck 7', 'technicianIds': [31, 32], 'inventoryTemplateId': 9}");
        put(Kind.TECHNICIAN, 31, "{'name': 'Lee Fields'}");
        put(Kind.TECHNICIAN, 32, "{'name': 'Kim Wright'}");
        put(Kind.MATERIAL, CAPACITOR, "{'code': 'CAP455', 'displayName': 'Capacitor 45/5'}");
        put(
                Kind.INVENTORY_TEMPLATE,
                9,
                "{'items': [{'skuId': 50, 'code': 'CAP455', 'name': 'Capacitor 45/5', 'minQuantity': 3, 'maxQuantity': 6},"
                        + " {'skuId': 51, 'code': 'FUSE3', 'name': 'Fuse 3 A', 'minQuantity': 1, 'maxQuantity': 5}]}");
        put(
                Kind.RECEIPT,
                100,
                "{'number': 'R-1', 'inventoryLocationId': 1, 'receivedOn': '2026-03-01T09:00:00Z', 'items': [{'skuId': 50, 'quantity': 10}]}");
        put(
                Kind.RECEIPT,
                101,
                "{'number': 'R-2', 'inventoryLocationId': 1, 'receivedOn': null, 'items': [{'skuId': 50, 'quantity': 99}]}");
        put(Kind.TRANSFER, 110, transfer("T-1", "'2026-03-02T07:00:00Z'", "'2026-03-02T08:00:00Z'", "null", 4));
        put(Kind.TRANSFER, 111, transfer("T-2", "'2026-03-03T07:00:00Z'", "null", "null", 2));
        put(
                Kind.TRANSFER,
                112,
                transfer("T-3", "'2026-03-03T07:00:00Z'", "'2026-03-03T08:00:00Z'", "'2026-03-03T09:00:00Z'", 50));
        put(
                Kind.ADJUSTMENT,
                120,
                "{'number': 'A-1', 'inventoryLocationId': 2, 'date': '2026-03-04T16:00:00Z', 'items': [{'skuId': 50, 'quantity': -1}]}");
        put(
                Kind.RETURN,
                130,
                "{'number': 'V-1', 'inventoryLocationId': 1, 'status': 'Returned', 'returnedOn': '2026-03-05T10:00:00Z', 'items': [{'skuId': 50, 'quantity': 1}]}");
        put(
                Kind.RETURN,
                131,
                "{'number': 'V-2', 'inventoryLocationId': 1, 'status': 'Canceled', 'returnDate': '2026-03-05T10:00:00Z', 'items': [{'skuId': 50, 'quantity': 7}]}");
        put(Kind.INVOICE, 140, "{'referenceNumber': '4711'}");
        put(
                Kind.INVOICE_ITEM,
                141,
                "{'invoiceId': 140, 'skuId': 50, 'inventoryLocationId': 2, 'inventory': true, 'quantity': '2.00', 'createdOn': '2026-03-06T15:00:00Z'}");
        put(
                Kind.INVOICE_ITEM,
                142,
                "{'invoiceId': 140, 'skuId': 50, 'inventoryLocationId': null, 'inventory': true, 'quantity': '8.00', 'createdOn': '2026-03-06T15:00:00Z'}");
        put(
                Kind.INVOICE_ITEM,
                143,
                "{'invoiceId': 140, 'skuId': 50, 'inventoryLocationId': 2, 'inventory': false, 'quantity': '8.00', 'createdOn': '2026-03-06T15:00:00Z'}");
    }

    @Test
    void what_is_on_hand_is_the_sum_of_what_moved_and_is_shown_with_its_arithmetic() {
        List<Movement> movements = ledger.movements(TRUCK, CAPACITOR);

        assertThat(movements)
                .extracting(one ->
                        one.reason() + " " + one.number() + " " + one.quantity().stripTrailingZeros())
                .containsExactly("TRANSFER_IN T-1 4", "ADJUSTMENT A-1 -1", "USED 4711 -2");
        assertThat(level(TRUCK, CAPACITOR).onHand()).isEqualByComparingTo("1");
        assertThat(movements.stream().map(Movement::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(level(TRUCK, CAPACITOR).onHand());
    }

    @Test
    void a_transfer_under_way_has_left_and_not_arrived_and_a_canceled_one_moved_nothing() {
        assertThat(ledger.movements(WAREHOUSE, CAPACITOR))
                .extracting(one ->
                        one.reason() + " " + one.number() + " " + one.quantity().stripTrailingZeros())
                .containsExactly("RECEIPT R-1 1E+1", "TRANSFER_OUT T-1 -4", "TRANSFER_OUT T-2 -2", "RETURN V-1 -1");
        assertThat(level(WAREHOUSE, CAPACITOR).onHand()).isEqualByComparingTo("3");
    }

    @Test
    void what_is_below_its_minimum_or_not_there_at_all_comes_first() {
        List<StockLevel> levels = ledger.levels(TRUCK);

        assertThat(levels).extracting(StockLevel::code).containsExactly("CAP455", "FUSE3");
        assertThat(levels).allMatch(StockLevel::isShort);
        assertThat(levels.getLast().onHand()).isZero();
        assertThat(level(WAREHOUSE, CAPACITOR).isShort()).isFalse();
        assertThat(level(WAREHOUSE, CAPACITOR).name()).isEqualTo("Capacitor 45/5");
    }

    @Test
    void trucks_are_listed_with_who_drives_them_and_what_they_lack() {
        assertThat(ledger.places())
                .containsExactly(
                        new StockPlace(TRUCK, "Truck 7", true, "Kim Wright, Lee Fields", 2, 2),
                        new StockPlace(WAREHOUSE, "Main", false, "", 1, 0));
        assertThat(ledger.place(TRUCK).orElseThrow().name()).isEqualTo("Truck 7");
        assertThat(ledger.place(77)).isEmpty();
    }

    @Test
    void more_used_than_ever_came_is_impossible_and_says_so() {
        put(
                Kind.INVOICE_ITEM,
                144,
                "{'invoiceId': 140, 'skuId': 50, 'inventoryLocationId': 2, 'inventory': true, 'quantity': '5.00', 'createdOn': '2026-03-07T15:00:00Z'}");

        assertThat(level(TRUCK, CAPACITOR).isImpossible()).isTrue();
    }

    private StockLevel level(long place, long sku) {
        return ledger.levels(place).stream()
                .filter(one -> one.sku() == sku)
                .findFirst()
                .orElseThrow();
    }

    private static String transfer(String number, String picked, String received, String canceled, int quantity) {
        return "{'number': '%s', 'fromLocationId': 1, 'toLocationId': 2, 'pickedDate': %s, 'receivedDate': %s, 'dateCanceled': %s, 'items': [{'skuId': 50, 'quantity': %d, 'quantityPicked': %d}]}"
                .formatted(number, picked, received, canceled, quantity, quantity);
    }

    private void put(Kind kind, long id, String json) {
        jdbc.update(
                "insert into mirror." + kind.table() + " (id, active, read_at, body) values (?, true, now(), ?::jsonb)",
                id,
                json.replace('\'', '"'));
    }
}
