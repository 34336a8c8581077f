package org.fieldwright.sandbox.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Fitting;
import org.fieldwright.sandbox.contract.Operation;
import org.fieldwright.sandbox.contract.Shape;
import org.fieldwright.sandbox.store.Search;

/**
 * Turns query parameters into conditions. Most parameters are named after the field they ask about; a list names the others.
 * Parameters that the operation does not know are ignored without a word, as ServiceTitan does.
 */
public final class Filters {
    /** A parameter with a meaning of its own. */
    public interface Filter {
        void narrow(Search search, Work work, String value);
    }

    /** Parameters that say how, not what; and some whose field no document of ours has. */
    private static final Set<String> NO_FILTERS = Set.of(
            "page",
            "pageSize",
            "includeTotal",
            "sort",
            "orderBy",
            "orderByDirection",
            "from",
            "includeRecentChanges",
            "externalDataKey",
            "externalDataValues",
            "calculatePrices",
            "genPermUrl",
            "includeSubtasks",
            "includeTechnicians",
            "includeDurationBilling",
            "includeDiscounts",
            "includeRecurringServices",
            "includeTags",
            "excludeAccountingChangesFromModifiedDateRange",
            "customField.Operator",
            "customFields.Operator",
            "customField.Fields",
            "customFields.Fields");

    private static final Pattern RANGE = Pattern.compile("(.+?)(OnOrAfter|OnOrBefore|OnAfter|OnBefore|After|Before)");
    private static final Set<String> ADDRESS = Set.of("street", "unit", "city", "state", "zip", "country");
    private final Contract contract;

    Filters(Contract contract) {
        this.contract = contract;
    }

    /** Everything the call asks for, on the documents of a kind. */
    Search search(Work work, String kind, Map<String, Filter> own, boolean inactiveToo) {
        Search search = Search.of(kind);
        boolean[] stateAsked = {false};
        work.operation().query().forEach((name, shape) -> {
            Optional<String> value = work.asked(name);
            if (value.isPresent()) {
                stateAsked[0] |= STATE.contains(name);
                narrow(search, work, name, shape, value.get(), own);
            }
        });
        if (!stateAsked[0] && !inactiveToo) {
            search.active(true);
        }
        return ordered(search, work);
    }

    private static final Set<String> STATE = Set.of("active", "activeState", "activeOnly", "includeInactive");

    private void narrow(Search search, Work work, String name, Shape shape, String value, Map<String, Filter> own) {
        if (own.containsKey(name)) {
            own.get(name).narrow(search, work, value);
            return;
        }
        if (NO_FILTERS.contains(name)) {
            return;
        }
        switch (name) {
            case "ids" -> search.ids(work.askedIds(name));
            case "active", "activeState", "activeOnly", "includeInactive" -> state(search, name, value);
            case "createdOnOrAfter", "createdAfter" -> search.createdFrom(moment(name, value));
            case "createdBefore" -> search.createdBefore(moment(name, value));
            case "modifiedOnOrAfter", "modifiedAfter" -> search.modifiedFrom(moment(name, value));
            case "modifiedBefore" -> search.modifiedBefore(moment(name, value));
            case "externalDataApplicationGuid" -> external(search, work, value);
            default -> byField(search, work, name, shape, value);
        }
    }

    /** The field that a parameter asks about, or nothing when its name does not say. For the test that no parameter is deaf. */
    public boolean understands(Operation operation, String name, Set<String> own) {
        return own.contains(name)
                || NO_FILTERS.contains(name)
                || STATE.contains(name)
                || Set.of("ids", "externalDataApplicationGuid").contains(name)
                || name.startsWith("created")
                || name.startsWith("modified")
                || field(operation, name).isPresent();
    }

    private void byField(Search search, Work work, String name, Shape shape, String value) {
        String field = field(work.operation(), name)
                .orElseThrow(() -> new IllegalStateException("nobody knows what the parameter " + name + " means"));
        Matcher range = RANGE.matcher(name);
        Shape stored = fieldShape(work.operation(), field);
        if (range.matches() && !fields(work.operation()).containsKey(name)) {
            if (range.group(2).endsWith("After")) {
                search.from(field, moment(name, value));
            } else {
                search.before(field, moment(name, value));
            }
        } else if (name.endsWith("Greater")) {
            search.atLeast(field, amount(name, value));
        } else if (name.endsWith("Less")) {
            search.atMost(field, amount(name, value));
        } else if (stored instanceof Shape.Many) {
            search.having(field, work.askedList(name));
        } else if (name.endsWith("s") && work.askedList(name).size() > 1) {
            search.among(field, work.askedList(name));
        } else if (name.equals("name") || ADDRESS.contains(name)) {
            search.containing(field, value);
        } else if (shape instanceof Shape.Truth) {
            search.equal(field, value.toLowerCase(Locale.ROOT));
        } else {
            search.equal(field, value);
        }
    }

    private Optional<String> field(Operation operation, String name) {
        Map<String, Shape.Field> fields = fields(operation);
        Predicate<String> known = fields::containsKey;
        if (ADDRESS.contains(name) && known.test("address")) {
            return Optional.of("address." + name);
        }
        if (Set.of("latitude", "longitude").contains(name) && known.test("address")) {
            return Optional.of("address." + name);
        }
        Matcher range = RANGE.matcher(name);
        if (!known.test(name) && range.matches()) {
            String stem = range.group(1);
            return first(
                    known,
                    stem,
                    stem + "On",
                    stem.endsWith("s") ? stem.substring(0, stem.length() - 1) : stem,
                    stem + "Date");
        }
        if (name.endsWith("Greater") || name.endsWith("Less")) {
            return first(known, name.replaceAll("(Greater|Less)$", ""));
        }
        String single = name.endsWith("ses")
                ? name.substring(0, name.length() - 2)
                : name.endsWith("ies")
                        ? name.substring(0, name.length() - 3) + "y"
                        : name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return first(known, name, single);
    }

    private static Optional<String> first(Predicate<String> known, String... names) {
        return List.of(names).stream().filter(known).findFirst();
    }

    private Map<String, Shape.Field> fields(Operation operation) {
        return contract.resolve(operation.module(), operation.answer().shape()) instanceof Shape.Fields object
                ? object.byName()
                : Map.of();
    }

    private Shape fieldShape(Operation operation, String field) {
        Shape.Field found = fields(operation).get(field);
        Shape shape = found == null ? new Shape.Text() : contract.resolve(operation.module(), found.shape());
        return shape instanceof Shape.Optional optional ? contract.resolve(operation.module(), optional.of()) : shape;
    }

    private static void state(Search search, String name, String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "activeonly" -> {
                if (!name.equals("includeInactive")) {
                    search.active(true);
                }
            }
            case "false", "inactiveonly" -> {
                if (name.equals("includeInactive")) {
                    search.active(true);
                } else if (!name.equals("activeOnly")) {
                    search.active(false);
                }
            }
            case "any", "all" -> {}
            default -> throw Problem.bad(name, "The value '" + value + "' is not valid.");
        }
    }

    private static void external(Search search, Work work, String guid) {
        work.asked("externalDataKey")
                .ifPresent(key -> search.external(guid, key, work.askedList("externalDataValues")));
    }

    public static Instant moment(String name, String value) {
        try {
            return Fitting.moment(value);
        } catch (DateTimeException unreadable) {
            throw Problem.bad(name, "The value '" + value + "' is not valid.");
        }
    }

    private static BigDecimal amount(String name, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException unreadable) {
            throw Problem.bad(name, "The value '" + value + "' is not valid.");
        }
    }

    private static Search ordered(Search search, Work work) {
        Optional<String> sort = work.asked("sort").or(() -> work.asked("orderBy"));
        if (sort.isEmpty()) {
            return search;
        }
        boolean down = sort.get().startsWith("-")
                || work.asked("orderByDirection").map("desc"::equalsIgnoreCase).orElse(false);
        String field = sort.get().strip().replaceFirst("^[+-]", "").strip();
        String column = switch (field.toLowerCase(Locale.ROOT)) {
            case "id", "" -> "id";
            case "createdon" -> "created";
            case "modifiedon" -> "modified";
            default -> field.substring(0, 1).toLowerCase(Locale.ROOT) + field.substring(1);
        };
        try {
            return search.orderBy(column, !down);
        } catch (IllegalArgumentException noField) {
            throw Problem.bad("sort", "The value '" + sort.get() + "' is not valid.");
        }
    }
}
