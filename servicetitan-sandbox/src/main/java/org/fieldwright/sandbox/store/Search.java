package org.fieldwright.sandbox.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Which documents of a kind are wanted, in which order. Field names are our own; values are always parameters. */
public final class Search {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9.]*");
    private final String kind;
    private final StringBuilder where = new StringBuilder("kind = ?");
    private final List<Object> values = new ArrayList<>();
    private String order = "id";

    private Search(String kind) {
        this.kind = kind;
        values.add(kind);
    }

    public static Search of(String kind) {
        return new Search(kind);
    }

    /** Documents of every kind. */
    public static Search everywhere() {
        Search search = new Search("");
        search.where.setLength(0);
        search.where.append("? = ''");
        return search;
    }

    /** Only what an application wrote with keys of its own. */
    public Search keyed() {
        where.append(" and body ->> 'externalDataGuid' is not null");
        return this;
    }

    public String kind() {
        return kind;
    }

    public Search equal(String field, Object value) {
        return and(text(field) + " = ?", String.valueOf(value));
    }

    public Search among(String field, Collection<String> accepted) {
        return and(text(field) + " = any(?)", (Object) accepted.toArray(String[]::new));
    }

    /** The list in the field has at least one of these. */
    public Search having(String field, Collection<String> accepted) {
        return and(
                "exists (select from jsonb_array_elements_text(case when jsonb_typeof(" + json(field)
                        + ") = 'array' then " + json(field) + " else '[]' end) one where one.value = any(?))",
                (Object) accepted.toArray(String[]::new));
    }

    /** The list in the field has an object whose member is one of these. */
    public Search havingMember(String field, String member, Collection<String> accepted) {
        checked(member);
        return and(
                "exists (select from jsonb_array_elements(case when jsonb_typeof(" + json(field) + ") = 'array' then "
                        + json(field) + " else '[]' end) one where one.value ->> '" + member + "' = any(?))",
                (Object) accepted.toArray(String[]::new));
    }

    public Search containing(String field, String part) {
        return and("position(lower(?) in lower(" + text(field) + ")) > 0", part);
    }

    public Search containingAny(Collection<String> fields, String part) {
        String any = fields.stream()
                .map(field -> "position(lower(?) in lower(coalesce(" + text(field) + ", ''))) > 0")
                .collect(java.util.stream.Collectors.joining(" or ", "(", ")"));
        return and(any, fields.stream().map(field -> (Object) part).toArray());
    }

    public Search ending(String field, String end) {
        return and("right(" + text(field) + ", ?) = ?", end.length(), end);
    }

    public Search from(String field, Instant earliest) {
        return and("(" + text(field) + ")::timestamptz >= ?", earliest.atOffset(ZoneOffset.UTC));
    }

    public Search before(String field, Instant latest) {
        return and("(" + text(field) + ")::timestamptz < ?", latest.atOffset(ZoneOffset.UTC));
    }

    public Search atLeast(String field, BigDecimal smallest) {
        return and("(" + text(field) + ")::numeric >= ?", smallest);
    }

    public Search atMost(String field, BigDecimal largest) {
        return and("(" + text(field) + ")::numeric <= ?", largest);
    }

    public Search unequal(String field, BigDecimal amount) {
        return and("(" + text(field) + ")::numeric <> ?", amount);
    }

    public Search ids(Collection<Long> ids) {
        return and("id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    public Search active(boolean state) {
        return and("active = ?", state);
    }

    public Search createdFrom(Instant earliest) {
        return and("created >= ?", earliest.atOffset(ZoneOffset.UTC));
    }

    public Search createdBefore(Instant latest) {
        return and("created < ?", latest.atOffset(ZoneOffset.UTC));
    }

    public Search modifiedFrom(Instant earliest) {
        return and("modified >= ?", earliest.atOffset(ZoneOffset.UTC));
    }

    public Search modifiedBefore(Instant latest) {
        return and("modified < ?", latest.atOffset(ZoneOffset.UTC));
    }

    /** An application's own key and value, kept beside the document. */
    public Search external(String guid, String key, Collection<String> accepted) {
        and("body #>> '{externalDataGuid}' = ?", guid);
        return and(
                "exists (select from jsonb_array_elements(body -> 'externalData') one "
                        + "where one.value ->> 'key' = ? and one.value ->> 'value' = any(?))",
                key,
                (Object) accepted.toArray(String[]::new));
    }

    /** Some document of another kind points here and fits. */
    public Search pointedAt(Search other, String field) {
        where.append(" and id in (select (").append(text(field)).append(")::bigint from document where ");
        where.append(other.where).append(')');
        values.addAll(other.values);
        return this;
    }

    /** The field names a document of another kind that fits. */
    public Search pointing(String field, Search other) {
        where.append(" and (").append(text(field)).append(")::bigint in (select id from document where ");
        where.append(other.where).append(')');
        values.addAll(other.values);
        return this;
    }

    /** The digits of the field's text contain these. */
    public Search digits(String field, String digits) {
        return and("position(? in regexp_replace(" + text(field) + ", '\\D', '', 'g')) > 0", digits);
    }

    public Search nothing() {
        where.append(" and false");
        return this;
    }

    /** By a column ({@code id}, {@code created}, {@code modified}) or a field; ties go by id. */
    public Search orderBy(String column, boolean ascending) {
        String by = switch (column) {
            case "id", "created", "modified" -> column;
            default -> json(column);
        };
        order = by + (ascending ? "" : " desc") + (column.equals("id") ? "" : ", id" + (ascending ? "" : " desc"));
        return this;
    }

    String where() {
        return where.toString();
    }

    String order() {
        return order;
    }

    List<Object> values() {
        return values;
    }

    private Search and(String condition, Object... parameters) {
        where.append(" and ").append(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    private static String text(String field) {
        checked(field);
        return field.indexOf('.') < 0 ? "body ->> '" + field + "'" : "body #>> '{" + field.replace('.', ',') + "}'";
    }

    private static String json(String field) {
        checked(field);
        return "body #> '{" + field.replace('.', ',') + "}'";
    }

    private static void checked(String field) {
        if (!FIELD.matcher(field).matches()) {
            throw new IllegalArgumentException("no field: " + field);
        }
    }
}
