package org.fieldwright.domain.mirror;

import java.util.Locale;

/** What is mirrored. Each kind has a table of its own. */
public enum Kind {
    CUSTOMER,
    CUSTOMER_CONTACT,
    LOCATION,
    LOCATION_CONTACT,
    BOOKING,
    LEAD,
    JOB,
    JOB_NOTE,
    /** One row a job, with all its events; its id is the job's. */
    JOB_HISTORY,
    JOB_CANCELLATION,
    JOB_TYPE,
    APPOINTMENT,
    ASSIGNMENT,
    TECHNICIAN,
    EMPLOYEE,
    USER_ROLE,
    BUSINESS_UNIT,
    TAG_TYPE,
    ZONE,
    SHIFT,
    NON_JOB_TIME,
    CAMPAIGN,
    SERVICE,
    MATERIAL,
    EQUIPMENT,
    CATEGORY,
    DISCOUNT_OR_FEE,
    CLIENT_PRICE,
    ESTIMATE,
    INVOICE,
    INVOICE_ITEM,
    PAYMENT,
    TAX_ZONE,
    MEMBERSHIP,
    MEMBERSHIP_TYPE,
    RECURRING_SERVICE,
    RECURRING_EVENT,
    INSTALLED_EQUIPMENT,
    TRUCK,
    WAREHOUSE,
    INVENTORY_TEMPLATE,
    TRANSFER,
    ADJUSTMENT,
    RECEIPT,
    RETURN,
    CALL,
    TIMESHEET;

    /** Its table in the schema {@code mirror}, such as {@code customer_contact}. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
