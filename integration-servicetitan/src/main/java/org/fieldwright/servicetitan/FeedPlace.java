package org.fieldwright.servicetitan;

import static org.fieldwright.domain.mirror.Feed.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fieldwright.domain.mirror.Feed;

/**
 * Where a feed comes from. All of them stand here and nowhere else.
 *
 * @param module of ServiceTitan
 * @param path of the feed, behind the tenant
 * @param scope the right that it needs
 * @param id the field that holds the id of a row
 * @param extras what the feed is asked for beside paging and times
 * @param one how one record is read
 */
record FeedPlace(
        Class<? extends ModuleApi> module,
        String path,
        String scope,
        String id,
        UnaryOperator<ReadQuery> extras,
        One one) {
    private static final Map<Feed, FeedPlace> ALL = table();

    static FeedPlace of(Feed feed) {
        return ALL.get(feed);
    }

    /** How one record is read. */
    sealed interface One {
        /** There is no such operation, or it answers in another shape than the feed. */
        record Never() implements One {}

        /** At an address of its own. */
        record At(String path) implements One {}

        /** By a list that is asked for one id. */
        record ByList(String path, UnaryOperator<ReadQuery> extras) implements One {}

        /** A job's history, which comes without the job's id. */
        record HistoryOfJob() implements One {}
    }

    private static Map<Feed, FeedPlace> table() {
        Map<Feed, FeedPlace> all = new EnumMap<>(Feed.class);
        UnaryOperator<ReadQuery> any = ReadQuery::anyActive;
        UnaryOperator<ReadQuery> every = ReadQuery::allActiveStates;
        UnaryOperator<ReadQuery> sorted = query -> query.sortedById().anyActive();

        all.put(
                BUSINESS_UNITS,
                export(SettingsApi.class, "business-units", "tn.stt.businessunits:r")
                        .byId());
        all.put(USER_ROLES, list(SettingsApi.class, "user-roles", "tn.stt.userroles:r", any));
        all.put(
                EMPLOYEES,
                export(SettingsApi.class, "employees", "tn.stt.employees:r").byId());
        all.put(TAG_TYPES, export(SettingsApi.class, "tag-types", "tn.stt.tagtypes:r"));
        all.put(
                ZONES,
                list(DispatchApi.class, "zones", "tn.dis.zones:r", sorted).at("zones"));
        all.put(
                TECHNICIANS,
                export(SettingsApi.class, "technicians", "tn.stt.technicians:r").byId());
        all.put(
                JOB_TYPES,
                list(
                        JobsApi.class,
                        "job-types",
                        "tn.jpm.jobtypes:r",
                        query -> query.orderedById().anyActive()));
        all.put(CAMPAIGNS, list(MarketingApi.class, "campaigns", "tn.mrk.campaigns:r", sorted));
        all.put(TAX_ZONES, list(AccountingApi.class, "tax-zones", "tn.acc.taxzones:r", sorted));
        all.put(
                CATEGORIES,
                export(PricebookApi.class, "categories", "tn.pb.categories:r").byId());
        all.put(
                SERVICES,
                export(PricebookApi.class, "services", "tn.pb.services:r").byId());
        all.put(
                MATERIALS,
                export(PricebookApi.class, "materials", "tn.pb.materials:r").byId());
        all.put(
                EQUIPMENT,
                export(PricebookApi.class, "equipment", "tn.pb.equipment:r").byId());
        all.put(DISCOUNTS_AND_FEES, list(PricebookApi.class, "discounts-and-fees", "tn.pb.discountsandfees:r", sorted));
        all.put(CLIENT_PRICES, list(PricebookApi.class, "clientspecificpricing", "tn.pb.csp:r", any));
        all.put(
                MEMBERSHIP_TYPES,
                list(
                        MembershipsApi.class,
                        "membership-types",
                        "tn.mem.membershiptypes:r",
                        query -> query.sortedById().anyActive().withMembershipParts()));
        all.put(
                CUSTOMERS,
                export(CrmApi.class, "customers", "tn.crm.customers:r").byId());
        all.put(CUSTOMER_CONTACTS, export(CrmApi.class, "customers/contacts", "tn.crm.customers:r"));
        all.put(
                LOCATIONS,
                export(CrmApi.class, "locations", "tn.crm.locations:r").byId());
        all.put(LOCATION_CONTACTS, export(CrmApi.class, "locations/contacts", "tn.crm.locations:r"));
        all.put(
                MEMBERSHIPS,
                export(MembershipsApi.class, "memberships", "tn.mem.memberships:r")
                        .byId());
        all.put(
                RECURRING_SERVICES,
                export(MembershipsApi.class, "recurring-services", "tn.mem.recurringservices:r")
                        .byId());
        all.put(
                RECURRING_EVENTS,
                export(MembershipsApi.class, "recurring-service-events", "tn.mem.recurringserviceevents:r")
                        .byList("recurring-service-events", UnaryOperator.identity()));
        all.put(
                INSTALLED_EQUIPMENT,
                export(EquipmentSystemsApi.class, "installed-equipment", "tn.eqs.installedequipment:r")
                        .byId());
        all.put(BOOKINGS, export(CrmApi.class, "bookings", "tn.crm.bookings:r").byId());
        all.put(LEADS, export(CrmApi.class, "leads", "tn.crm.leads:r").byId());
        all.put(CALLS, export(TelecomApi.class, "calls", "tn.tlc.calls:r"));
        all.put(JOBS, export(JobsApi.class, "jobs", "tn.jpm.jobs:r").byId());
        all.put(
                APPOINTMENTS,
                export(JobsApi.class, "appointments", "tn.jpm.appointments:r")
                        .with(any)
                        .byId());
        all.put(
                ASSIGNMENTS,
                export(DispatchApi.class, "appointment-assignments", "tn.dis.appointmentassignments:r")
                        .with(any)
                        .byList("appointment-assignments", any));
        all.put(JOB_NOTES, export(JobsApi.class, "job-notes", "tn.jpm.jobnotes:r"));
        all.put(
                JOB_HISTORY,
                export(JobsApi.class, "job-history", "tn.jpm.jobhistory:r").historyOfJob());
        all.put(JOB_CANCELLATIONS, export(JobsApi.class, "job-canceled-logs", "tn.jpm.jobcanceledlogs:r"));
        all.put(TIMESHEETS, export(PayrollApi.class, "jobs/timesheets", "tn.prl.jobs:r"));
        all.put(
                SHIFTS,
                list(DispatchApi.class, "technician-shifts", "tn.dis.technicianshifts:r", sorted)
                        .at("technician-shifts"));
        all.put(
                NON_JOB_TIME,
                list(
                        DispatchApi.class,
                        "non-job-appointments",
                        "tn.dis.nonjobappointments:r",
                        query -> query.sortedById().notOnlyActive()));
        all.put(
                ESTIMATES,
                export(SalesApi.class, "estimates", "tn.sal.estimates:r").byId());
        all.put(
                INVOICES,
                export(AccountingApi.class, "invoices", "tn.acc.invoices:r").byList("invoices", every));
        all.put(INVOICE_ITEMS, export(AccountingApi.class, "invoice-items", "tn.acc.invoiceitems:r"));
        all.put(
                PAYMENTS,
                export(AccountingApi.class, "payments", "tn.acc.payments:r").byList("payments", every));
        all.put(TRUCKS, list(InventoryApi.class, "trucks", "tn.inv.trucks:r", sorted));
        all.put(WAREHOUSES, list(InventoryApi.class, "warehouses", "tn.inv.warehouses:r", sorted));
        all.put(
                INVENTORY_TEMPLATES,
                list(InventoryApi.class, "inventory-templates", "tn.inv.inventorytemplates:r", sorted));
        all.put(
                TRANSFERS,
                export(InventoryApi.class, "transfers", "tn.inv.transfers:r")
                        .byList("transfers", UnaryOperator.identity()));
        all.put(
                ADJUSTMENTS,
                export(InventoryApi.class, "adjustments", "tn.inv.adjustments:r")
                        .byList("adjustments", any));
        all.put(RECEIPTS, list(InventoryApi.class, "receipts", "tn.inv.receipts:r", sorted));
        all.put(
                RETURNS,
                export(InventoryApi.class, "returns", "tn.inv.returns:r").byList("returns", any));
        return all;
    }

    private static FeedPlace export(Class<? extends ModuleApi> module, String list, String scope) {
        return new FeedPlace(module, "export/" + list, scope, "id", UnaryOperator.identity(), new One.Never());
    }

    /** A list that also answers for one id. */
    private static FeedPlace list(
            Class<? extends ModuleApi> module, String path, String scope, UnaryOperator<ReadQuery> extras) {
        return new FeedPlace(module, path, scope, "id", extras, new One.ByList(path, extras));
    }

    private FeedPlace with(UnaryOperator<ReadQuery> wanted) {
        return new FeedPlace(module, path, scope, id, wanted, one);
    }

    /** One record is at the feed's own list. */
    private FeedPlace byId() {
        return at(path.substring("export/".length()));
    }

    private FeedPlace at(String records) {
        return readBy(new One.At(records));
    }

    private FeedPlace byList(String records, UnaryOperator<ReadQuery> wanted) {
        return readBy(new One.ByList(records, wanted));
    }

    private FeedPlace historyOfJob() {
        return new FeedPlace(module, path, scope, "jobId", extras, new One.HistoryOfJob());
    }

    private FeedPlace readBy(One way) {
        return new FeedPlace(module, path, scope, id, extras, way);
    }

    /** The feeds that need this right. */
    static List<Feed> needing(String scope) {
        List<Feed> feeds = new ArrayList<>();
        ALL.forEach((feed, place) -> {
            if (place.scope().equals(scope)) {
                feeds.add(feed);
            }
        });
        return feeds;
    }
}
