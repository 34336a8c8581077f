package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.contract.Operation;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** Which behaviour belongs to which operation. What is not in the book is answered with 501. */
public final class Book implements World.Dressings {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 5000;
    private final Contract contract;
    private final Filters filters;
    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final Map<String, BiConsumer<World, List<ObjectNode>>> dressings = new HashMap<>();
    private final Map<String, Set<String>> ownFilters = new HashMap<>();

    public Book(Contract contract) {
        this.contract = contract;
        this.filters = new Filters(contract);
    }

    public Optional<Behaviour> behaviour(Operation operation) {
        return Optional.ofNullable(behaviours.get(operation.key()));
    }

    /** The keys of all operations that are served. */
    public Set<String> served() {
        return behaviours.keySet();
    }

    /** What the answers about a kind show beyond the document. */
    public Book dress(String kind, BiConsumer<World, List<ObjectNode>> dressing) {
        dressings.put(kind, dressing);
        return this;
    }

    @Override
    public BiConsumer<World, List<ObjectNode>> of(String kind) {
        return dressings.getOrDefault(kind, (world, answers) -> {});
    }

    /** The operations of one module, whose paths begin alike. */
    public Chapter chapter(String base) {
        return new Chapter(base + "/tenant/{tenant}/");
    }

    /** List parameters that would be ignored though the documents name them. */
    public List<String> deafParameters() {
        return ownFilters.entrySet().stream()
                .flatMap(entry -> {
                    Operation operation = contract.operation(entry.getKey());
                    return operation.query().keySet().stream()
                            .filter(name -> !filters.understands(operation, name, entry.getValue()))
                            .map(name -> entry.getKey() + " " + name);
                })
                .sorted()
                .toList();
    }

    /** Binds behaviours to paths below a base. */
    public final class Chapter {
        private final String base;

        private Chapter(String base) {
            this.base = base;
        }

        /** As in {@code on("POST", "jobs", ...)}. */
        public Chapter on(String method, String path, Behaviour behaviour) {
            Operation operation = contract.operation(method + " " + base + path);
            if (behaviours.put(operation.key(), behaviour) != null) {
                throw new IllegalStateException("bound twice: " + operation.key());
            }
            return this;
        }

        public Chapter list(String path, String kind) {
            return list(path, kind, Map.of());
        }

        /** A list with pages; parameters with a meaning of their own come in a map. */
        public Chapter list(String path, String kind, Map<String, Filters.Filter> own) {
            return list(path, kind, own, (search, work) -> {}, false);
        }

        /** The documents that belong to one of another kind, which must be there. */
        public Chapter listOf(String path, String kind, String variable, String field, String parent) {
            return list(
                    path,
                    kind,
                    Map.of(),
                    (search, work) -> {
                        long id = work.id(variable);
                        work.world().get(parent, id);
                        search.equal(field, id);
                    },
                    false);
        }

        public Chapter list(
                String path,
                String kind,
                Map<String, Filters.Filter> own,
                BiConsumer<Search, Work> always,
                boolean inactiveToo) {
            ownFilters.put("GET " + base + path, own.keySet());
            return on("GET", path, work -> {
                Search search = filters.search(work, kind, own, inactiveToo);
                always.accept(search, work);
                return page(work, kind, search);
            });
        }

        public Chapter get(String path, String kind) {
            return get(path, kind, "id");
        }

        public Chapter get(String path, String kind, String variable) {
            return on("GET", path, work -> {
                Row row = work.world().get(kind, work.id(variable));
                return Result.of(work.world().dressed(row));
            });
        }

        public Chapter export(String path, String kind) {
            return on("GET", path, Feeds.of(kind));
        }

        /** Adds a document made of what came, and answers with it. */
        public Chapter create(String path, String kind) {
            return on("POST", path, work -> {
                Row row = work.world().add(kind, Bodies.created(work.fields()));
                return Result.of(work.world().dressed(row));
            });
        }

        /** Changes only the fields that came. */
        public Chapter patch(String path, String kind) {
            return on("PATCH", path, work -> {
                Row row = work.world().get(kind, work.id("id"));
                Bodies.merge(row, work.fields());
                return Result.of(work.world().dressed(work.ledger().save(row)));
            });
        }

        /** Adds a document made of what came, and answers with its id alone. */
        public Chapter createForId(String path, String kind) {
            return on("POST", path, work -> id(work.world().add(kind, Bodies.created(work.fields()))));
        }

        /** Changes only the fields that came, and answers with the id alone. */
        public Chapter patchForId(String path, String kind) {
            return on("PATCH", path, work -> {
                Row row = work.world().get(kind, work.id("id"));
                Bodies.merge(row, work.fields());
                return id(work.ledger().save(row));
            });
        }

        /** Takes a document out of use; it stays in its feed. */
        public Chapter delete(String path, String kind, String variable) {
            return on("DELETE", path, work -> {
                work.ledger().deactivate(work.world().get(kind, work.id(variable)));
                return Result.nothing();
            });
        }

        /** Changes every document that an operation of this chapter shows, before it is brought into form. */
        public Chapter showing(String method, String path, Consumer<ObjectNode> change) {
            behaviours.computeIfPresent(method + " " + base + path, (key, behaviour) -> work -> {
                Result result = behaviour.act(work);
                switch (result) {
                    case Result.One one -> change.accept((ObjectNode) one.value());
                    case Result.Page page -> page.rows().forEach(change);
                    case Result.Feed feed -> feed.rows().forEach(change);
                    default -> throw new IllegalStateException(key + " shows nothing");
                }
                return result;
            });
            return this;
        }

        /** The custom fields that documents of a kind may have. */
        public Chapter customFields(String path, String owner) {
            return list(path, "custom-field", Map.of(), (search, work) -> search.equal("owner", owner), false);
        }
    }

    /** The answer that tells nothing but an id. */
    public static Result id(Row row) {
        return Result.of(Json.object().put("id", row.id()));
    }

    /** A page of a search, as its call asks for it. */
    public static Result page(Work work, String kind, Search search) {
        int page = (int) Math.max(1, work.askedNumber("page").orElse(1L));
        long size = work.askedNumber("pageSize").orElse((long) PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw Problem.bad("pageSize", "The page size must be between 1 and " + LARGEST_PAGE + ".");
        }
        List<Row> rows = work.ledger().page(search, (page - 1) * size, (int) size + 1);
        boolean more = rows.size() > size;
        List<ObjectNode> answers = work.world().dressed(kind, more ? rows.subList(0, (int) size) : rows);
        long total = work.flag("includeTotal") || work.operation().answer().wrapping() == Operation.Wrapping.COLLECTION
                ? work.ledger().count(search)
                : -1;
        return new Result.Page(answers, page, (int) size, more, total);
    }
}
