package org.fieldwright.sandbox.shop;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Bulk;
import org.fieldwright.sandbox.store.Json;

/** What every part of the shop is written with. */
record Pen(Bulk bulk, Random chance, Words words, Instant now) {
    static final ZoneId ZONE = World.SHOP;

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** Writes a document with a new id. */
    long put(String kind, ObjectNode body, Instant when) {
        long id = bulk.nextId();
        put(kind, id, body, when, when);
        return id;
    }

    /** Writes a document of the first day. */
    long put(String kind, ObjectNode body) {
        return put(kind, body, opening());
    }

    void put(String kind, long id, ObjectNode body, Instant created, Instant modified) {
        if (!body.has("createdById")) {
            body.put("createdById", 7);
        }
        bulk.add(kind, id, body, micros(created), micros(modified), true);
    }

    void inactive(String kind, long id, ObjectNode body, Instant created, Instant modified) {
        bulk.add(kind, id, body, micros(created), micros(modified), false);
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** When the shop's records begin. */
    Instant opening() {
        return today().minusYears(4).atStartOfDay(ZONE).toInstant();
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    boolean often(double share) {
        return chance.nextDouble() < share;
    }

    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    <T> T one(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }

    /** A telephone number that nobody has. */
    String phone() {
        return words.one("area", chance) + "55501" + String.format(java.util.Locale.ROOT, "%02d", chance.nextInt(100));
    }

    static DecimalNode money(double amount) {
        return Json.money(BigDecimal.valueOf(amount));
    }

    static DecimalNode money(BigDecimal amount) {
        return Json.money(amount);
    }
}
