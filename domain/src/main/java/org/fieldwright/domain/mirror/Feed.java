package org.fieldwright.domain.mirror;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One stream of records from ServiceTitan. In this order they are loaded first: what others refer to comes before them. */
public enum Feed {
    BUSINESS_UNITS(Kind.BUSINESS_UNIT, "Business units", How.EXPORT),
    USER_ROLES(Kind.USER_ROLE, "User roles", How.WHOLE),
    EMPLOYEES(Kind.EMPLOYEE, "Employees", How.EXPORT),
    TAG_TYPES(Kind.TAG_TYPE, "Tags", How.EXPORT),
    ZONES(Kind.ZONE, "Zones", How.CHANGED),
    TECHNICIANS(Kind.TECHNICIAN, "Technicians", How.EXPORT),
    JOB_TYPES(Kind.JOB_TYPE, "Job types", How.CHANGED),
    CAMPAIGNS(Kind.CAMPAIGN, "Campaigns", How.CHANGED),
    TAX_ZONES(Kind.TAX_ZONE, "Tax zones", How.WHOLE),
    CATEGORIES(Kind.CATEGORY, "Pricebook categories", How.EXPORT),
    SERVICES(Kind.SERVICE, "Pricebook services", How.EXPORT),
    MATERIALS(Kind.MATERIAL, "Pricebook materials", How.EXPORT),
    EQUIPMENT(Kind.EQUIPMENT, "Pricebook equipment", How.EXPORT),
    DISCOUNTS_AND_FEES(Kind.DISCOUNT_OR_FEE, "Discounts and fees", How.CHANGED),
    CLIENT_PRICES(Kind.CLIENT_PRICE, "Client-specific prices", How.WHOLE),
    MEMBERSHIP_TYPES(Kind.MEMBERSHIP_TYPE, "Membership types", How.CHANGED),
    CUSTOMERS(Kind.CUSTOMER, "Customers", How.EXPORT),
    CUSTOMER_CONTACTS(Kind.CUSTOMER_CONTACT, "Contacts of customers", How.EXPORT),
    LOCATIONS(Kind.LOCATION, "Locations", How.EXPORT),
    LOCATION_CONTACTS(Kind.LOCATION_CONTACT, "Contacts of locations", How.EXPORT),
    MEMBERSHIPS(Kind.MEMBERSHIP, "Memberships", How.EXPORT),
    RECURRING_SERVICES(Kind.RECURRING_SERVICE, "Recurring services", How.EXPORT),
    RECURRING_EVENTS(Kind.RECURRING_EVENT, "Recurring service events", How.EXPORT),
    INSTALLED_EQUIPMENT(Kind.INSTALLED_EQUIPMENT, "Installed equipment", How.EXPORT),
    BOOKINGS(Kind.BOOKING, "Bookings", How.EXPORT),
    LEADS(Kind.LEAD, "Leads", How.EXPORT),
    CALLS(Kind.CALL, "Calls", How.EXPORT),
    JOBS(Kind.JOB, "Jobs", How.EXPORT),
    APPOINTMENTS(Kind.APPOINTMENT, "Appointments", How.EXPORT),
    ASSIGNMENTS(Kind.ASSIGNMENT, "Assignments", How.EXPORT),
    JOB_NOTES(Kind.JOB_NOTE, "Job notes", How.EXPORT),
    JOB_HISTORY(Kind.JOB_HISTORY, "Job history", How.EXPORT),
    JOB_CANCELLATIONS(Kind.JOB_CANCELLATION, "Cancellations", How.EXPORT),
    TIMESHEETS(Kind.TIMESHEET, "Time on jobs", How.EXPORT),
    SHIFTS(Kind.SHIFT, "Shifts", How.CHANGED),
    NON_JOB_TIME(Kind.NON_JOB_TIME, "Non-job time", How.CHANGED),
    ESTIMATES(Kind.ESTIMATE, "Estimates", How.EXPORT),
    INVOICES(Kind.INVOICE, "Invoices", How.EXPORT),
    INVOICE_ITEMS(Kind.INVOICE_ITEM, "Invoice items", How.EXPORT),
    PAYMENTS(Kind.PAYMENT, "Payments", How.EXPORT),
    TRUCKS(Kind.TRUCK, "Trucks", How.CHANGED),
    WAREHOUSES(Kind.WAREHOUSE, "Warehouses", How.CHANGED),
    INVENTORY_TEMPLATES(Kind.INVENTORY_TEMPLATE, "Inventory templates", How.CHANGED),
    TRANSFERS(Kind.TRANSFER, "Transfers", How.EXPORT),
    ADJUSTMENTS(Kind.ADJUSTMENT, "Adjustments", How.EXPORT),
    RECEIPTS(Kind.RECEIPT, "Receipts", How.CHANGED),
    RETURNS(Kind.RETURN, "Returns", How.EXPORT);

    /** How a feed is read. */
    public enum How {
        /** An export feed: everything from a token on, deletions included. */
        EXPORT(Duration.ofMinutes(5)),
        /** A list asked for what was modified since the last time. */
        CHANGED(Duration.ofMinutes(5)),
        /** A short list read as a whole; what is missing in it is gone. */
        WHOLE(Duration.ofHours(1));

        private final Duration pause;

        How(Duration pause) {
            this.pause = pause;
        }

        /** How long to leave it alone once it has nothing more. */
        public Duration pause() {
            return pause;
        }
    }

    private final Kind kind;
    private final String inWords;
    private final How how;

    Feed(Kind kind, String inWords, How how) {
        this.kind = kind;
        this.inWords = inWords;
        this.how = how;
    }

    public Kind kind() {
        return kind;
    }

    public String inWords() {
        return inWords;
    }

    public How how() {
        return how;
    }

    /** Its name in addresses and tasks, such as {@code customer-contacts}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feed> of(String slug) {
        for (Feed feed : values()) {
            if (feed.slug().equals(slug)) {
                return Optional.of(feed);
            }
        }
        return Optional.empty();
    }

    public static Feed of(Kind kind) {
        for (Feed feed : values()) {
            if (feed.kind == kind) {
                return feed;
            }
        }
        throw new IllegalStateException("no feed brings " + kind);
    }
}
