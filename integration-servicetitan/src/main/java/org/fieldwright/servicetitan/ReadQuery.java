package org.fieldwright.servicetitan;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** What a list is asked for. What is not set is not sent. */
@SuppressWarnings("UnusedVariable") // The REST client reads the fields.
final class ReadQuery {
    @QueryParam("from")
    private String from;

    @QueryParam("includeRecentChanges")
    private Boolean includeRecentChanges;

    @QueryParam("page")
    private Integer page;

    @QueryParam("pageSize")
    private Integer pageSize;

    @QueryParam("includeTotal")
    private Boolean includeTotal;

    @QueryParam("sort")
    private String sort;

    @QueryParam("orderBy")
    private String orderBy;

    @QueryParam("orderByDirection")
    private String orderByDirection;

    @QueryParam("active")
    private String active;

    @QueryParam("activeOnly")
    private Boolean activeOnly;

    @QueryParam("activeState")
    private String activeState;

    @QueryParam("modifiedOnOrAfter")
    private String modifiedOnOrAfter;

    @QueryParam("modifiedBefore")
    private String modifiedBefore;

    @QueryParam("ids")
    private String ids;

    @QueryParam("includeDurationBilling")
    private Boolean includeDurationBilling;

    @QueryParam("includeDiscounts")
    private Boolean includeDiscounts;

    @QueryParam("includeRecurringServices")
    private Boolean includeRecurringServices;

    @QueryParam("includeTags")
    private Boolean includeTags;

    static ReadQuery none() {
        return new ReadQuery();
    }

    ReadQuery from(String token) {
        from = Words.encoded(token);
        return this;
    }

    ReadQuery recentChanges(boolean wanted) {
        includeRecentChanges = wanted;
        return this;
    }

    /** One page, with the number of all rows. */
    ReadQuery page(int number, int size) {
        page = number;
        pageSize = size;
        includeTotal = true;
        return this;
    }

    ReadQuery sortedById() {
        sort = "+Id";
        return this;
    }

    ReadQuery orderedById() {
        orderBy = "Id";
        orderByDirection = "asc";
        return this;
    }

    ReadQuery anyActive() {
        active = "Any";
        return this;
    }

    ReadQuery notOnlyActive() {
        activeOnly = false;
        return this;
    }

    ReadQuery allActiveStates() {
        activeState = "All";
        return this;
    }

    ReadQuery modifiedSince(Instant since) {
        modifiedOnOrAfter = since.toString();
        return this;
    }

    ReadQuery modifiedBefore(Instant until) {
        modifiedBefore = until.toString();
        return this;
    }

    ReadQuery id(long id) {
        ids = Long.toString(id);
        return this;
    }

    /** Of membership types: what hangs on them. */
    ReadQuery withMembershipParts() {
        includeDurationBilling = true;
        includeDiscounts = true;
        includeRecurringServices = true;
        includeTags = true;
        return this;
    }
}
