package org.fieldwright.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.Caller;
import org.fieldwright.sandbox.MovingClock;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SeededShop;
import org.fieldwright.sandbox.TestDatabase;
import org.junit.jupiter.api.Test;

class ShopTest extends SeededShop {
    private static final Pattern NOBODYS_NUMBER = Pattern.compile("\\d{3}55501\\d{2}");

    private JsonNode all(String address) {
        return api.get(address + (address.contains("?") ? "&" : "?") + "pageSize=5000&active=Any")
                .path("data");
    }

    @Test
    void the_small_shop_has_the_size_it_promises() {
        JsonNode counts = api.desk("GET", "counters", null);

        assertThat(counts.path("customer").asInt()).isBetween(60, 65);
        assertThat(counts.path("location").asInt()).isEqualTo(80);
        assertThat(counts.path("job").asInt()).isBetween(300, 420);
        assertThat(counts.path("technician").asInt()).isEqualTo(8);
        assertThat(counts.path("business-unit").asInt()).isEqualTo(4);
        assertThat(counts.path("service").asInt()).isGreaterThanOrEqualTo(150);
        assertThat(counts.path("material").asInt()).isGreaterThanOrEqualTo(120);
        assertThat(counts.path("equipment").asInt()).isGreaterThanOrEqualTo(40);
        for (String kind : new String[] {
            "membership",
            "installed-equipment",
            "estimate",
            "payment",
            "call",
            "job-timesheet",
            "job-note",
            "transfer",
            "adjustment",
            "receipt",
            "return",
            "inventory-template",
            "technician-shift"
        }) {
            assertThat(counts.path(kind).asInt()).as(kind).isPositive();
        }
    }

    @Test
    void the_same_day_gives_the_same_shop() {
        Caller other = new Caller(
                new Sandbox(TestDatabase.fresh(), settings(), new MovingClock("2026-05-21T15:00:00Z")), settings());

        assertThat(other.get("/jpm/v2/~/jobs?pageSize=5000").path("data"))
                .isEqualTo(api.get("/jpm/v2/~/jobs?pageSize=5000").path("data"));
    }

    @Test
    void telephone_numbers_and_mail_addresses_reach_nobody() {
        for (JsonNode contact : all("/crm/v2/~/customers/contacts?modifiedOnOrAfter=2000-01-01")) {
            String value = contact.path("value").asText();
            if (contact.path("type").asText().equals("Email")) {
                assertThat(value).endsWith(".example");
            } else {
                assertThat(value).matches(NOBODYS_NUMBER);
            }
        }
    }

    @Test
    void every_invoice_adds_up() {
        for (JsonNode invoice : all("/accounting/v2/~/invoices?activeState=All")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode item : invoice.path("items")) {
                sum = sum.add(new BigDecimal(item.path("total").asText()));
            }
            BigDecimal total = new BigDecimal(invoice.path("subTotal").asText())
                    .add(new BigDecimal(invoice.path("salesTax").asText()));
            assertThat(sum).isEqualByComparingTo(invoice.path("subTotal").asText());
            assertThat(total).isEqualByComparingTo(invoice.path("total").asText());
        }
    }

    @Test
    void it_has_the_mistakes_that_people_make() {
        JsonNode counts = api.desk("GET", "counters", null);
        long unreadable = all("/equipmentsystems/v2/~/installed-equipment")
                .valueStream()
                .filter(machine -> machine.path("serialNumber").asText().isEmpty())
                .count();
        long merged = all("/crm/v2/~/customers")
                .valueStream()
                .filter(customer -> customer.hasNonNull("mergedToId"))
                .count();

        assertThat(unreadable).isPositive();
        assertThat(merged).isEqualTo(1);
        assertThat(counts.path("job-note").asInt())
                .isLessThan(counts.path("job").asInt());
        assertThat(all("/jpm/v2/~/jobs?jobStatus=Canceled")).isNotEmpty();
    }

    @Test
    void todays_board_has_visits_with_and_without_a_technician() {
        JsonNode visits = api.get(
                        "/jpm/v2/~/appointments?startsOnOrAfter=2026-05-21T05:00:00Z&startsBefore=2026-05-29&pageSize=500")
                .path("data");
        long unassigned = visits.valueStream()
                .filter(visit -> api.get("/dispatch/v2/~/appointment-assignments?appointmentIds="
                                + visit.path("id").asLong())
                        .path("data")
                        .isEmpty())
                .count();

        assertThat(visits.size()).isGreaterThan(20);
        assertThat(unassigned).isBetween(1L, (long) visits.size() - 1);
    }
}
