package org.fieldwright.sandbox.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All operations of the published documents, and the shapes of those that the sandbox serves. */
public final class Contract {
    private static final List<String> MODULES = List.of(
            "accounting",
            "crm",
            "dispatch",
            "equipment",
            "findings",
            "forms",
            "interactions",
            "inventory",
            "jbce",
            "jpm",
            "marketing",
            "marketingads",
            "memberships",
            "payroll",
            "pricebook",
            "reputation",
            "sales",
            "settings",
            "tasks",
            "telecom",
            "webhooks");
    private static final Pattern WRAPPED = Pattern.compile("(Page|Collection|Export|Data)<(.*)>");
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Map<String, Shape>> shapes = new HashMap<>();
    private final Map<String, Shape> events = new LinkedHashMap<>();

    public Contract() {
        MODULES.forEach(this::read);
    }

    public Collection<Operation> operations() {
        return operations.values();
    }

    /** The operation of a {@link Operation#key()}. */
    public Operation operation(String key) {
        Operation operation = operations.get(key);
        if (operation == null) {
            throw new IllegalArgumentException("no such operation: " + key);
        }
        return operation;
    }

    /** The data of a webhook event. */
    public Shape event(String type) {
        return events.get(type);
    }

    public Set<String> eventTypes() {
        return events.keySet();
    }

    /** An operation and what its path says. */
    public record Match(Operation operation, Map<String, String> variables) {}

    /** Finds the operation of a call; words in a path win over variables. */
    public Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        Match best = null;
        for (Operation operation : operations.values()) {
            if (operation.method().equals(method)) {
                Optional<Map<String, String>> variables = operation.match(segments);
                if (variables.isPresent()
                        && (best == null
                                || variables.get().size() < best.variables().size())) {
                    best = new Match(operation, variables.get());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a name stands for in a module; other shapes stand for themselves. */
    public Shape resolve(String module, Shape shape) {
        if (!(shape instanceof Shape.Named named)) {
            return shape;
        }
        Shape found = shapes.get(module).get(named.name());
        if (found == null) {
            throw new IllegalArgumentException("no shape " + named.name() + " in " + module);
        }
        return resolve(module, found);
    }

    private void read(String module) {
        Map<String, Shape> own = new HashMap<>();
        shapes.put(module, own);
        String base = "";
        for (String line : statements(module)) {
            String first = line.substring(0, line.indexOf(' '));
            if (first.equals("base")) {
                base = line.substring(5);
            } else if (METHODS.contains(first)) {
                Operation operation = operation(module, base, line);
                operations.put(operation.key(), operation);
            } else if (first.equals("EVENT")) {
                String[] words = line.split(" ", -1);
                events.put(words[1], ShapeReader.read(words[2]));
            } else {
                own.put(first, ShapeReader.read(line.substring(line.indexOf('=') + 1)));
            }
        }
    }

    private static List<String> statements(String module) {
        List<String> statements = new ArrayList<>();
        text(module)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    if (line.startsWith(" ")) {
                        statements.set(statements.size() - 1, statements.getLast() + " " + line.strip());
                    } else {
                        statements.add(line.strip());
                    }
                });
        return statements;
    }

    private static String text(String module) {
        try (InputStream file = Contract.class.getResourceAsStream(module + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Operation operation(String module, String base, String line) {
        Optional<Shape> body = Optional.empty();
        Operation.Answer answer = new Operation.Answer(200, Operation.Wrapping.NOTHING, new Shape.Anything());
        Optional<String> capability = Optional.empty();
        Map<String, Shape> query = new LinkedHashMap<>();
        List<String> demanded = new ArrayList<>();
        List<String> words = Arrays.asList(line.split(" +", -1));
        for (String word : words.subList(3, words.size())) {
            if (word.startsWith("in=")) {
                body = Optional.of(ShapeReader.read(word.substring(3)));
            } else if (word.startsWith("out=")) {
                answer = answer(word.substring(4));
            } else if (word.startsWith("when=")) {
                capability = Optional.of(word.substring(5));
            } else if (!word.equals("?")) {
                int colon = word.indexOf(':');
                String name = word.substring(0, colon);
                if (name.endsWith("!")) {
                    name = name.substring(0, name.length() - 1);
                    demanded.add(name);
                }
                query.put(name, ShapeReader.read(word.substring(colon + 1)));
            }
        }
        return new Operation(
                words.get(0), base + words.get(1), words.get(2), module, body, answer, query, demanded, capability);
    }

    private static Operation.Answer answer(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Operation.Answer(Integer.parseInt(text), Operation.Wrapping.NOTHING, new Shape.Anything());
        }
        int status = Integer.parseInt(text.substring(0, colon));
        String shape = text.substring(colon + 1);
        Matcher wrapped = WRAPPED.matcher(shape);
        return wrapped.matches()
                ? new Operation.Answer(
                        status,
                        Operation.Wrapping.valueOf(wrapped.group(1).toUpperCase(java.util.Locale.ROOT)),
                        ShapeReader.read(wrapped.group(2)))
                : new Operation.Answer(status, Operation.Wrapping.PLAIN, ShapeReader.read(shape));
    }
}
