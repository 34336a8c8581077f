package org.fieldwright.sandbox.crm;

import org.fieldwright.sandbox.desk.Book;

/** The module {@code /crm/v2}. */
public final class Crm {
    private Crm() {}

    public static void bind(Book book) {
        Book.Chapter crm = book.chapter("/crm/v2");
        Locations locations = new Locations();
        new Customers(locations).bind(crm);
        locations.bind(crm);
        Tags.bindBulk(crm);
        Bookings.bind(crm);
        Leads.bind(crm);
    }
}
