package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldwright.servicetitan.PretendTitan.NOON;
import static org.fieldwright.servicetitan.PretendTitan.page;
import static org.fieldwright.servicetitan.PretendTitan.path;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.servicetitan.InMemoryCapabilities;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PublishedContract.class)
class RestEffectSenderTest {
    private static final UUID KEY = UUID.fromString("0193a1b2-0000-7000-8000-3f2a9c1b22aa");
    private static final String MARK = "3f2a9c1b22aa";
    private static final Instant MORNING = Instant.parse("2026-03-03T14:00:00Z");
    private static final Effect.Address HOME = new Effect.Address("12 Elm St", "", "Springfield", "IL", "62701", "USA");
    private static final List<Effect.Contact> PHONE =
            List.of(new Effect.Contact(Effect.Way.MOBILE_PHONE, "217-555-0112", "after 5 pm"));

    private static final Effect.CreateCustomer CUSTOMER = new Effect.CreateCustomer(
            "Pat {100%} Example", true, HOME, PHONE, List.of(new Effect.NewLocation("Home", HOME, PHONE)), List.of(3L));
    private static final Effect.CreateJob JOB = new Effect.CreateJob(
            7,
            8,
            2,
            5,
            Effect.Priority.NORMAL,
            9,
            List.of(new Effect.NewAppointment(
                    MORNING, MORNING.plusSeconds(7_200), Optional.of(MORNING), Optional.empty(), List.of(31L, 32L))),
            "No heat upstairs",
            List.of(3L),
            OptionalLong.of(77));
    private static final Effect.PutInvoiceItem NEW_ITEM = new Effect.PutInvoiceItem(
            90,
            OptionalLong.empty(),
            OptionalLong.of(88),
            "Dual run capacitor",
            new BigDecimal("1.5"),
            new BigDecimal("189.00"),
            OptionalLong.of(31));

    private final PretendTitan titan = new PretendTitan();
    private final InMemoryCapabilities capabilities = new InMemoryCapabilities();
    private final PlainFiles files = new PlainFiles();
    private final RestEffectSender sender = new RestEffectSender(titan.line(), capabilities, files);

    @AfterEach
    void close() {
        titan.close();
    }

    private static MappingBuilder posted(String modulePath) {
        return post(urlPathEqualTo(path(modulePath)));
    }

    private static MappingBuilder got(String modulePath) {
        return get(urlPathEqualTo(path(modulePath)));
    }

    private List<LoggedRequest> changes() {
        return titan.asked().stream()
                .filter(request -> !request.getMethod().getName().equals("GET"))
                .toList();
    }

    private String onlyBody() {
        assertThat(changes()).hasSize(1);
        return changes().getFirst().getBodyAsString();
    }

    private void withoutGuid() {
        titan.connections().keep(titan.connection(""), "an administrator", NOON);
    }

    @Test
    void a_customer_carries_our_key_and_nothing_else_that_they_do_not_know() {
        titan.gives(posted("crm customers"), okJson("{\"id\": 41, \"somethingNew\": 1}"));

        Receipt receipt = sender.send(CUSTOMER, KEY, false);

        assertThat(receipt).isEqualTo(new Receipt(41, false));
        assertThat(onlyBody()).isEqualTo("""
                        {"name":"Pat {100%} Example","address":{"street":"12 Elm St","city":"Springfield","state":"IL","zip":"62701",\
                        "country":"USA"},"contacts":[{"type":"MobilePhone","value":"217-555-0112","memo":"after 5 pm"}],\
                        "type":"Residential","locations":[{"name":"Home","address":{"street":"12 Elm St","city":"Springfield",\
                        "state":"IL","zip":"62701","country":"USA"},"contacts":[{"type":"MobilePhone","value":"217-555-0112",\
                        "memo":"after 5 pm"}]}],"tagTypeIds":[3],"externalData":{"applicationGuid":\
                        "a7c1f0de-5b1c-4e2a-9a38-0c9d7a1f2b3c","externalData":[{"key":"fieldwright","value":\
                        "0193a1b2-0000-7000-8000-3f2a9c1b22aa"}]}}""");
    }

    @Test
    void a_customer_that_an_earlier_try_created_is_found_by_its_key() {
        titan.gives(
                got("crm customers")
                        .withQueryParam("externalDataApplicationGuid", equalTo(PretendTitan.GUID))
                        .withQueryParam("externalDataKey", equalTo("fieldwright"))
                        .withQueryParam("externalDataValues", equalTo(KEY.toString())),
                okJson(page(
                        "{\"id\": 40, \"externalData\": [{\"key\": \"fieldwright\", \"value\": \"another\"}]}",
                        "{\"id\": 41, \"externalData\": [{\"key\": \"fieldwright\", \"value\": \"" + KEY + "\"}]}")));

        Receipt receipt = sender.send(CUSTOMER, KEY, true);

        assertThat(receipt).isEqualTo(new Receipt(41, true));
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_customer_that_no_earlier_try_created_is_created_at_the_second() {
        titan.reads("crm customers", page());
        titan.gives(posted("crm customers"), okJson("{\"id\": 41}"));

        Receipt receipt = sender.send(CUSTOMER, KEY, true);

        assertThat(receipt).isEqualTo(new Receipt(41, false));
    }

    @Test
    void without_a_number_of_the_application_a_customer_is_known_by_name_and_address() {
        withoutGuid();
        titan.gives(
                got("crm customers")
                        .withQueryParam("name", equalTo("Pat {100%} Example"))
                        .withQueryParam("zip", equalTo("62701")),
                okJson(
                        page(
                                "{\"id\": 40, \"name\": \"Pat {100%} Example\", \"address\": {\"street\": \"1 Oak St\", \"zip\": \"62701\"}}",
                                "{\"id\": 41, \"name\": \"pat {100%} example\", \"address\": {\"street\": \"12 ELM St\", \"zip\": \"62701\"}}")));
        titan.gives(posted("crm customers"), okJson("{\"id\": 42}"));

        Receipt first = sender.send(CUSTOMER, KEY, false);
        Receipt second = sender.send(CUSTOMER, KEY, true);

        assertThat(onlyBody()).doesNotContain("externalData");
        assertThat(first).isEqualTo(new Receipt(42, false));
        assertThat(second).isEqualTo(new Receipt(41, true));
    }

    @Test
    void a_location_is_created_once() {
        Effect location = new Effect.CreateLocation(7, "Cabin", HOME, List.of(), List.of());
        titan.gives(posted("crm locations"), okJson("{\"id\": 51}"));
        titan.reads("crm locations", page("{\"id\": 51, \"externalData\": [{\"value\": \"" + KEY + "\"}]}"));

        Receipt first = sender.send(location, KEY, false);
        Receipt second = sender.send(location, KEY, true);

        assertThat(first).isEqualTo(new Receipt(51, false));
        assertThat(second).isEqualTo(new Receipt(51, true));
        assertThat(onlyBody()).contains("\"customerId\":7").doesNotContain("contacts", "tagTypeIds");
    }

    @Test
    void without_a_number_of_the_application_a_location_is_known_by_customer_name_and_address() {
        withoutGuid();
        titan.reads(
                "crm locations",
                page(
                        "{\"id\": 51, \"customerId\": 7, \"name\": \"Cabin\", \"address\": {\"street\": \"12 Elm St\", \"zip\": \"62701\"}}"));

        Receipt receipt = sender.send(new Effect.CreateLocation(7, "Cabin", HOME, PHONE, List.of()), KEY, true);

        assertThat(receipt).isEqualTo(new Receipt(51, true));
    }

    @Test
    void a_booking_has_our_key_as_its_external_id() {
        Effect booking = new Effect.CreateBooking(
                "99",
                "Phone",
                "Pat Example",
                Optional.of(HOME),
                PHONE,
                true,
                Optional.of(MORNING),
                "No heat",
                OptionalLong.of(9),
                OptionalLong.of(2),
                OptionalLong.empty(),
                Optional.of(Effect.Priority.URGENT),
                false);
        titan.gives(posted("crm booking-provider/99/bookings"), okJson("{\"id\": 61}"));
        titan.gives(
                got("crm booking-provider/99/bookings").withQueryParam("externalId", equalTo(KEY.toString())),
                okJson(page("{\"id\": 61, \"externalId\": \"" + KEY + "\"}")));

        Receipt first = sender.send(booking, KEY, false);
        Receipt second = sender.send(booking, KEY, true);

        assertThat(first).isEqualTo(new Receipt(61, false));
        assertThat(second).isEqualTo(new Receipt(61, true));
        assertThat(onlyBody())
                .contains(
                        "\"externalId\":\"" + KEY + "\"",
                        "\"start\":\"2026-03-03T14:00:00Z\"",
                        "\"priority\":\"Urgent\"",
                        "\"isFirstTimeClient\":false");
    }

    @Test
    void a_job_is_created_once() {
        titan.gives(posted("jpm jobs"), okJson("{\"id\": 71, \"jobNumber\": \"71\"}"));
        titan.gives(
                got("jpm jobs").withQueryParam("externalDataValues", equalTo(KEY.toString())),
                okJson(page(
                        "{\"id\": 71, \"externalData\": [{\"key\": \"fieldwright\", \"value\": \"" + KEY + "\"}]}")));

        Receipt first = sender.send(JOB, KEY, false);
        Receipt second = sender.send(JOB, KEY, true);

        assertThat(first).isEqualTo(new Receipt(71, false));
        assertThat(second).isEqualTo(new Receipt(71, true));
        assertThat(onlyBody())
                .contains(
                        "\"appointments\":[{\"start\":\"2026-03-03T14:00:00Z\",\"end\":\"2026-03-03T16:00:00Z\","
                                + "\"arrivalWindowStart\":\"2026-03-03T14:00:00Z\",\"technicianIds\":[31,32]}]",
                        "\"bookingId\":77",
                        "\"priority\":\"Normal\"");
    }

    @Test
    void without_a_number_of_the_application_a_job_is_known_by_place_time_and_summary() {
        withoutGuid();
        titan.gives(
                got("jpm jobs")
                        .withQueryParam("locationId", equalTo("8"))
                        .withQueryParam("firstAppointmentStartsOnOrAfter", equalTo("2026-03-03T14:00:00Z"))
                        .withQueryParam("firstAppointmentStartsBefore", equalTo("2026-03-03T14:00:01Z")),
                okJson(page(
                        "{\"id\": 70, \"locationId\": 8, \"jobTypeId\": 5, \"summary\": \"Something else\"}",
                        "{\"id\": 71, \"locationId\": 8, \"jobTypeId\": 5, \"summary\": \"No heat upstairs\"}")));

        assertThat(sender.send(JOB, KEY, true)).isEqualTo(new Receipt(71, true));
    }

    @Test
    void a_note_bears_a_mark_by_which_a_second_try_knows_it() {
        Effect note = new Effect.AddNote(Effect.Subject.JOB, 4711, "Replaced capacitor", true);
        titan.gives(posted("jpm jobs/4711/notes"), okJson("{\"text\": \"…\"}"));

        sender.send(note, KEY, false);
        titan.gives(
                got("jpm jobs/4711/notes").withQueryParam("page", equalTo("1")),
                okJson(page(true, 2, "{\"text\": \"Replaced capacitor\"}")));
        titan.gives(
                got("jpm jobs/4711/notes").withQueryParam("page", equalTo("2")),
                okJson(page(false, 2, "{\"text\": \"Replaced capacitor\\n(Fieldwright " + MARK + ")\"}")));
        Receipt second = sender.send(note, KEY, true);

        assertThat(onlyBody())
                .isEqualTo("{\"text\":\"Replaced capacitor\\n(Fieldwright " + MARK + ")\",\"pinToTop\":true}");
        assertThat(second).isEqualTo(new Receipt(0, true));
    }

    @Test
    void notes_go_to_customers_and_locations_too() {
        titan.gives(posted("crm customers/7/notes"), okJson("{\"id\": 81}"));
        titan.gives(posted("crm locations/8/notes"), okJson("{\"id\": 82}"));
        titan.reads("crm locations/8/notes", page());

        Receipt customer = sender.send(new Effect.AddNote(Effect.Subject.CUSTOMER, 7, "Has a dog", false), KEY, false);
        Receipt location = sender.send(new Effect.AddNote(Effect.Subject.LOCATION, 8, "Gate 42", false), KEY, true);

        assertThat(customer.id()).isEqualTo(81);
        assertThat(location).isEqualTo(new Receipt(82, false));
    }

    @Test
    void only_who_is_not_assigned_yet_is_assigned() {
        titan.reads(
                "dispatch appointment-assignments",
                page(
                        "{\"id\": 1, \"appointmentId\": 12, \"technicianId\": 31, \"active\": true}",
                        "{\"id\": 2, \"appointmentId\": 12, \"technicianId\": 32, \"active\": false}"));
        titan.gives(posted("dispatch appointment-assignments/assign-technicians"), okJson("{\"id\": 12}"));

        Receipt one = sender.send(new Effect.Assign(4711, 12, List.of(31L, 32L)), KEY, false);
        Receipt none = sender.send(new Effect.Assign(4711, 12, List.of(31L)), KEY, true);

        assertThat(onlyBody()).isEqualTo("{\"jobAppointmentId\":12,\"technicianIds\":[32]}");
        assertThat(one.found()).isFalse();
        assertThat(none.found()).isTrue();
    }

    @Test
    void only_who_is_assigned_is_taken_off() {
        titan.reads(
                "dispatch appointment-assignments",
                page("{\"id\": 1, \"appointmentId\": 12, \"technicianId\": 31, \"active\": true}"));
        titan.gives(posted("dispatch appointment-assignments/unassign-technicians"), okJson("{\"id\": 12}"));

        Receipt one = sender.send(new Effect.Unassign(4711, 12, List.of(31L, 32L)), KEY, false);
        Receipt none = sender.send(new Effect.Unassign(4711, 12, List.of(32L)), KEY, true);

        assertThat(onlyBody()).isEqualTo("{\"jobAppointmentId\":12,\"technicianIds\":[31]}");
        assertThat(one.found()).isFalse();
        assertThat(none.found()).isTrue();
    }

    @Test
    void an_estimate_is_known_by_its_name_and_what_is_in_it() {
        Effect estimate = new Effect.CreateEstimate(
                4711,
                "Better",
                "New capacitor",
                List.of(new Effect.EstimateLine(
                        88,
                        "Dual run capacitor",
                        new BigDecimal("2"),
                        new BigDecimal("189.00"),
                        new BigDecimal("21.35"))));
        titan.gives(posted("sales estimates"), okJson("{\"id\": 62}"));
        titan.gives(
                got("sales estimates").withQueryParam("jobId", equalTo("4711")),
                okJson(
                        page(
                                "{\"id\": 60, \"jobId\": 4711, \"name\": \"Good\", \"items\": [{\"sku\": {\"id\": 88}, \"qty\": 2}]}",
                                "{\"id\": 61, \"jobId\": 4711, \"name\": \"Better\", \"items\": [{\"sku\": {\"id\": 88}, \"qty\": 1}]}",
                                "{\"id\": 62, \"jobId\": 4711, \"name\": \"Better\", \"items\": [{\"sku\": {\"id\": 88}, \"qty\": 2.0}]}")));

        sender.send(estimate, KEY, false);
        Receipt second = sender.send(estimate, KEY, true);

        assertThat(onlyBody()).isEqualTo("""
                        {"jobId":4711,"name":"Better","summary":"New capacitor","items":[{"skuId":88,"description":"Dual run capacitor",\
                        "quantity":2,"unitPrice":189.00,"unitCost":21.35}]}""");
        assertThat(second).isEqualTo(new Receipt(62, true));
    }

    @Test
    void an_estimate_is_sold_and_dismissed_once() {
        titan.reads("sales estimates/60", "{\"id\": 60, \"status\": {\"value\": 0, \"name\": \"Open\"}}");
        titan.reads("sales estimates/61", "{\"id\": 61, \"status\": {\"value\": 1, \"name\": \"Sold\"}}");
        titan.reads("sales estimates/62", "{\"id\": 62, \"status\": {\"value\": 2, \"name\": \"Dismissed\"}}");
        titan.gives(put(urlPathEqualTo(path("sales estimates/60/sell"))), okJson("{\"id\": 60}"));
        titan.gives(put(urlPathEqualTo(path("sales estimates/60/dismiss"))), ok());

        assertThat(sender.send(new Effect.SellEstimate(60, 31), KEY, false).found())
                .isFalse();
        assertThat(sender.send(new Effect.SellEstimate(61, 31), KEY, false).found())
                .isTrue();
        assertThat(sender.send(new Effect.DismissEstimate(60), KEY, false).found())
                .isFalse();
        assertThat(sender.send(new Effect.DismissEstimate(62), KEY, false).found())
                .isTrue();
        assertThat(changes()).hasSize(2);
        assertThat(changes().getFirst().getBodyAsString()).isEqualTo("{\"soldBy\":31}");
    }

    @Test
    void a_new_item_of_an_invoice_is_known_by_what_it_is() {
        titan.gives(patch(urlPathEqualTo(path("accounting invoices/90/items"))), ok());
        titan.gives(
                got("accounting invoices").withQueryParam("ids", equalTo("90")),
                okJson(page(
                        "{\"id\": 90, \"items\": [{\"id\": 1, \"skuId\": 88, \"quantity\": \"1.0\", \"price\": \"189.0000\"},"
                                + "{\"id\": 2, \"skuId\": 88, \"quantity\": \"1.50\", \"price\": \"189.0000\"}]}")));

        Receipt first = sender.send(NEW_ITEM, KEY, false);
        Receipt second = sender.send(NEW_ITEM, KEY, true);

        assertThat(onlyBody()).isEqualTo("""
                        {"skuId":88,"technicianId":31,"description":"Dual run capacitor","quantity":1.5,"unitPrice":189.00}""");
        assertThat(first).isEqualTo(new Receipt(0, false));
        assertThat(second).isEqualTo(new Receipt(2, true));
    }

    @Test
    void an_item_that_is_changed_is_written_as_often_as_it_is_tried() {
        Effect change = new Effect.PutInvoiceItem(
                90,
                OptionalLong.of(2),
                OptionalLong.empty(),
                "Discounted",
                BigDecimal.ONE,
                new BigDecimal("10.00"),
                OptionalLong.empty());
        titan.gives(patch(urlPathEqualTo(path("accounting invoices/90/items"))), ok());

        sender.send(change, KEY, false);
        sender.send(change, KEY, true);

        assertThat(changes())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.getBodyAsString())
                        .isEqualTo("{\"id\":2,\"description\":\"Discounted\",\"quantity\":1,\"unitPrice\":10.00}"));
    }

    @Test
    void an_item_is_removed_once() {
        titan.reads("accounting invoices", page("{\"id\": 90, \"items\": [{\"id\": 91}]}"));
        titan.gives(delete(urlPathEqualTo(path("accounting invoices/90/items/91"))), ok());

        assertThat(sender.send(new Effect.RemoveInvoiceItem(90, 91), KEY, false).found())
                .isFalse();
        assertThat(sender.send(new Effect.RemoveInvoiceItem(90, 92), KEY, true).found())
                .isTrue();
        assertThat(changes()).hasSize(1);
    }

    @Test
    void an_invoice_that_is_not_there_is_no_reason_to_call_an_item_removed() {
        titan.reads("accounting invoices", page());

        assertThatThrownBy(() -> sender.send(new Effect.RemoveInvoiceItem(90, 91), KEY, false))
                .isInstanceOfSatisfying(ServiceTitanException.class, said -> {
                    assertThat(said.trouble()).isEqualTo(Trouble.NOT_FOUND);
                    assertThat(said.getMessage()).isEqualTo("ServiceTitan has no invoice 90 (any more).");
                });
    }

    @Test
    void a_task_bears_a_mark_by_which_a_second_try_knows_it() {
        Effect task = new Effect.CreateTask(
                "Call back & quote",
                "Asked for a quote",
                1,
                2,
                2,
                5,
                6,
                Effect.Priority.LOW,
                MORNING,
                Optional.of(MORNING.plusSeconds(3_600)),
                OptionalLong.of(7),
                OptionalLong.of(4711));
        titan.gives(posted("taskmanagement tasks"), okJson("{\"id\": 101}"));
        titan.gives(
                got("taskmanagement tasks")
                        .withQueryParam("name", equalTo("Call back & quote"))
                        .withQueryParam("jobId", equalTo("4711")),
                okJson(page(
                        "{\"id\": 100, \"description\": \"Asked for a quote\"}",
                        "{\"id\": 101, \"description\": \"Asked for a quote\\n(Fieldwright " + MARK + ")\"}")));

        Receipt first = sender.send(task, KEY, false);
        Receipt second = sender.send(task, KEY, true);

        assertThat(onlyBody()).isEqualTo("""
                        {"reportedById":1,"assignedToId":2,"isClosed":false,"name":"Call back & quote","businessUnitId":2,\
                        "employeeTaskTypeId":5,"employeeTaskSourceId":6,"reportedDate":"2026-03-03T14:00:00Z","priority":"Low",\
                        "description":"Asked for a quote\\n(Fieldwright 3f2a9c1b22aa)","completeBy":"2026-03-03T15:00:00Z",\
                        "customerId":7,"jobId":4711}""");
        assertThat(first).isEqualTo(new Receipt(101, false));
        assertThat(second).isEqualTo(new Receipt(101, true));
    }

    @Test
    void a_task_of_nobody_in_particular_is_looked_for_without_job_and_customer() {
        Effect task = new Effect.CreateTask(
                "Order paper",
                "",
                1,
                2,
                2,
                5,
                6,
                Effect.Priority.LOW,
                MORNING,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        titan.reads("taskmanagement tasks", page());
        titan.gives(posted("taskmanagement tasks"), okJson("{\"id\": 101}"));

        sender.send(task, KEY, true);

        assertThat(titan.asked().getFirst().getQueryParams()).doesNotContainKeys("jobId", "customerId");
        assertThat(onlyBody()).contains("\"description\":\"(Fieldwright " + MARK + ")\"");
    }

    @Test
    void customers_and_locations_are_tagged_and_untagged_once() {
        titan.reads("crm customers/7", "{\"id\": 7, \"tagTypeIds\": [4]}");
        titan.reads("crm locations/8", "{\"id\": 8, \"tagTypeIds\": [3]}");
        titan.gives(posted("crm customers/7/tags/3"), okJson("{\"customerId\": 7, \"tagTypeIds\": [3, 4]}"));
        titan.gives(delete(urlPathEqualTo(path("crm locations/8/tags/3"))), ok());

        assertThat(sender.send(new Effect.Tag(Effect.Subject.CUSTOMER, 7, 3), KEY, false)
                        .found())
                .isFalse();
        assertThat(sender.send(new Effect.Tag(Effect.Subject.LOCATION, 8, 3), KEY, false)
                        .found())
                .isTrue();
        assertThat(sender.send(new Effect.Untag(Effect.Subject.LOCATION, 8, 3), KEY, false)
                        .found())
                .isFalse();
        assertThat(sender.send(new Effect.Untag(Effect.Subject.CUSTOMER, 7, 3), KEY, false)
                        .found())
                .isTrue();
        assertThat(changes()).hasSize(2);
    }

    @Test
    void a_jobs_tags_are_written_as_a_whole() {
        titan.reads("jpm jobs/4711", "{\"id\": 4711, \"tagTypeIds\": [4, 5]}");
        titan.gives(patch(urlPathEqualTo(path("jpm jobs/4711"))), okJson("{\"id\": 4711}"));

        sender.send(new Effect.Tag(Effect.Subject.JOB, 4711, 3), KEY, false);
        sender.send(new Effect.Untag(Effect.Subject.JOB, 4711, 5), KEY, false);
        Receipt already = sender.send(new Effect.Tag(Effect.Subject.JOB, 4711, 4), KEY, false);

        assertThat(changes())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly("{\"tagTypeIds\":[3,4,5]}", "{\"tagTypeIds\":[4]}");
        assertThat(already.found()).isTrue();
    }

    @Test
    void a_file_bears_the_mark_in_its_name() {
        titan.undocumented(); // their document says JSON where a file goes
        String kept = files.keep("a picture".getBytes(StandardCharsets.UTF_8));
        Effect file = new Effect.AttachToJob(4711, "name\"plate.jpg", "image/jpeg", kept);
        titan.gives(posted("forms jobs/4711/attachments"), okJson("{\"fileName\": \"x.jpg\"}"));
        titan.reads("forms jobs/4711/attachments", page("{\"id\": 1, \"fileName\": \"name_plate-" + MARK + ".jpg\"}"));

        Receipt first = sender.send(file, KEY, false);
        Receipt second = sender.send(file, KEY, true);

        assertThat(first).isEqualTo(new Receipt(0, false));
        assertThat(second).isEqualTo(new Receipt(1, true));
        assertThat(changes()).singleElement().satisfies(sent -> {
            assertThat(sent.getHeader("Content-Type"))
                    .startsWith("multipart/form-data")
                    .contains("boundary=");
            assertThat(sent.getParts()).singleElement().satisfies(part -> {
                assertThat(part.getName()).isEqualTo("file");
                assertThat(part.getFileName()).isEqualTo("name_plate-" + MARK + ".jpg");
                assertThat(part.getHeader("Content-Type").firstValue()).isEqualTo("image/jpeg");
                assertThat(part.getBody().asString()).isEqualTo("a picture");
            });
        });
    }

    @Test
    void a_file_that_is_not_kept_any_more_is_not_sent() {
        Effect file = new Effect.AttachToJob(4711, "a.jpg", "image/jpeg", "gone");

        assertThatThrownBy(() -> sender.send(file, KEY, false))
                .isInstanceOf(ServiceTitanException.class)
                .hasMessage("The file is not kept here any more. Attach it once more.");
        assertThat(titan.asked()).isEmpty();
    }

    @Test
    void a_visit_is_marked_once() {
        titan.gives(
                got("memberships recurring-service-events").withQueryParam("ids", equalTo("70")),
                okJson(page("{\"id\": 70, \"status\": \"NotAttempted\", \"jobId\": null}")));
        titan.gives(
                got("memberships recurring-service-events").withQueryParam("ids", equalTo("71")),
                okJson(page("{\"id\": 71, \"status\": \"Won\", \"jobId\": 4711}")));
        titan.gives(posted("memberships recurring-service-events/70/mark-complete"), okJson("{\"id\": 70}"));
        titan.gives(posted("memberships recurring-service-events/71/mark-incomplete"), okJson("{\"id\": 71}"));

        assertThat(sender.send(new Effect.MarkVisit(70, 4711, true), KEY, false).found())
                .isFalse();
        assertThat(sender.send(new Effect.MarkVisit(71, 4711, true), KEY, true).found())
                .isTrue();
        assertThat(sender.send(new Effect.MarkVisit(71, 4711, false), KEY, false)
                        .found())
                .isFalse();
        assertThat(sender.send(new Effect.MarkVisit(70, 4711, false), KEY, true).found())
                .isTrue();
        assertThat(changes()).extracting(LoggedRequest::getBodyAsString).containsOnly("{\"jobId\":4711}");
    }

    @Test
    void what_the_contract_does_not_list_is_done_only_when_it_is_switched_on() {
        titan.undocumented();
        titan.reads("jpm jobs/4711", "{\"id\": 4711, \"jobStatus\": \"InProgress\"}");
        titan.reads("jpm jobs/4712", "{\"id\": 4712, \"jobStatus\": \"Completed\"}");
        titan.gives(put(urlPathEqualTo(path("jpm jobs/4711/complete"))), ok());
        titan.gives(put(urlPathEqualTo(path("jpm jobs/4711/hold"))), ok());
        Effect complete = new Effect.CompleteJob(4711, MORNING);
        Effect hold = new Effect.HoldJob(4711, 4, "Waiting for a part");

        assertThatThrownBy(() -> sender.send(complete, KEY, false))
                .isInstanceOfSatisfying(
                        ServiceTitanException.class,
                        said -> assertThat(said.trouble()).isEqualTo(Trouble.SWITCHED_OFF))
                .hasMessageContaining("Mark a job complete");
        assertThatThrownBy(() -> sender.send(hold, KEY, false)).hasMessageContaining("Put a whole job on hold");
        assertThat(titan.asked()).isEmpty();

        capabilities.change(Capability.COMPLETE_JOBS, true, "an administrator", NOON);
        capabilities.change(Capability.HOLD_JOBS, true, "an administrator", NOON);

        assertThat(sender.send(complete, KEY, false).found()).isFalse();
        assertThat(sender.send(new Effect.CompleteJob(4712, MORNING), KEY, true).found())
                .isTrue();
        assertThat(sender.send(hold, KEY, false).found()).isFalse();
        assertThat(changes())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "{\"completedOn\":\"2026-03-03T14:00:00Z\"}",
                        "{\"reasonId\":4,\"memo\":\"Waiting for a part\"}");
    }

    @Test
    void what_was_created_although_its_answer_was_cut_off_is_found_at_once() {
        titan.gives(posted("jpm jobs"), okJson("{\"id\": 71, \"jobNu"));
        titan.reads("jpm jobs", page("{\"id\": 71, \"externalData\": [{\"value\": \"" + KEY + "\"}]}"));

        assertThat(sender.send(JOB, KEY, false)).isEqualTo(new Receipt(71, false));
        assertThat(changes()).hasSize(1);
    }

    @Test
    void what_may_have_been_done_is_not_done_again_in_the_same_try() {
        titan.gives(posted("jpm jobs"), aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThatThrownBy(() -> sender.send(JOB, KEY, false))
                .isInstanceOfSatisfying(ServiceTitanException.class, said -> {
                    assertThat(said.trouble()).isEqualTo(Trouble.UNREACHABLE);
                    assertThat(said.perhapsDone()).isTrue();
                });
        assertThat(changes()).hasSize(1);
    }
}
