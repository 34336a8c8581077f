package org.fieldwright.domain.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.PageOf;

/** A library that forgets everything at the end of the test. */
public class InMemoryManualLibrary implements ManualLibrary {
    private final Map<ManualId, Manual> manuals = new LinkedHashMap<>();
    private final Map<ManualId, List<PageText>> pages = new HashMap<>();
    private final Map<ManualId, List<EmbeddedPassage>> passages = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long lastPassage;

    @Override
    public synchronized void add(Manual manual) {
        manuals.put(manual.id(), manual);
    }

    @Override
    public synchronized Optional<Manual> find(ManualId id) {
        return Optional.ofNullable(manuals.get(id));
    }

    @Override
    public synchronized Optional<Manual> findByContent(String sha256) {
        return manuals.values().stream()
                .filter(manual -> manual.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public synchronized List<Manual> findAll(Collection<ManualId> ids) {
        return manuals.values().stream()
                .filter(manual -> ids.contains(manual.id()))
                .toList();
    }

    @Override
    public synchronized PageOf<Manual> list(String containing, int first, int max) {
        String needle = containing.strip().toLowerCase(Locale.ROOT);
        List<Manual> found = manuals.values().stream()
                .filter(manual -> (manual.title()
                                + ' '
                                + manual.fileName()
                                + ' '
                                + manual.equipment().manufacturer()
                                + ' '
                                + manual.equipment().model())
                        .toLowerCase(Locale.ROOT)
                        .contains(needle))
                .sorted(Comparator.comparing(Manual::uploadedAt)
                        .reversed()
                        .thenComparing(manual -> manual.id().toString()))
                .toList();
        return new PageOf<>(found.stream().skip(first).limit(max).toList(), first, found.size());
    }

    @Override
    public synchronized List<Equipment> equipment() {
        return manuals.values().stream()
                .filter(manual -> manual.edition() > 0)
                .map(Manual::equipment)
                .filter(Predicate.not(Equipment::isUnknown))
                .distinct()
                .sorted(Comparator.comparing(Equipment::manufacturer).thenComparing(Equipment::model))
                .toList();
    }

    @Override
    public synchronized Holdings holdings() {
        return new Holdings(
                manuals.size(),
                Math.toIntExact(manuals.values().stream()
                        .filter(manual -> manual.state() == ManualState.FAILED)
                        .count()),
                pages.values().stream().mapToInt(List::size).sum(),
                passages.values().stream().mapToInt(List::size).sum());
    }

    @Override
    public synchronized void update(Manual manual) {
        Manual before = find(manual.id()).orElseThrow(() -> new FaultException(Fault.GONE, "This manual was deleted."));
        if (before.version() != manual.version()) {
            throw new FaultException(Fault.CONFLICT, "Somebody else changed this manual meanwhile. Look again.");
        }
        manuals.put(manual.id(), withVersion(manual, manual.version() + 1));
    }

    @Override
    public synchronized boolean progress(ManualId id, ManualState state, int pageCount, int pagesDone) {
        return manuals.computeIfPresent(id, (key, manual) -> withProgress(manual, state, pageCount, pagesDone)) != null;
    }

    @Override
    public synchronized List<Passage> switchEdition(
            Manual ready, List<PageText> newPages, List<EmbeddedPassage> newPassages, String model) {
        update(ready);
        List<EmbeddedPassage> stored = newPassages.stream()
                .map(embedded -> new EmbeddedPassage(embedded.passage().withId(++lastPassage), embedded.vector()))
                .toList();
        pages.put(ready.id(), List.copyOf(newPages));
        passages.put(ready.id(), stored);
        changes.add(new Change(changes.size() + 1L, ready.id(), false));
        return stored.stream().map(EmbeddedPassage::passage).toList();
    }

    @Override
    public synchronized void remove(ManualId id) {
        if (manuals.remove(id) != null) {
            pages.remove(id);
            passages.remove(id);
            changes.add(new Change(changes.size() + 1L, id, true));
        }
    }

    @Override
    public synchronized Optional<PageText> page(ManualId id, int number) {
        return pages.getOrDefault(id, List.of()).stream()
                .filter(page -> page.number() == number)
                .findFirst();
    }

    @Override
    public synchronized List<Passage> passages(Collection<Long> ids) {
        return passages.values().stream()
                .flatMap(List::stream)
                .map(EmbeddedPassage::passage)
                .filter(passage -> ids.contains(passage.id()))
                .toList();
    }

    @Override
    public synchronized List<Change> changesAfter(long revision, int max) {
        return changes.stream()
                .filter(change -> change.revision() > revision)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized long revision() {
        return changes.size();
    }

    @Override
    public synchronized List<EmbeddedPassage> embeddedPassages(ManualId id) {
        return passages.getOrDefault(id, List.of());
    }

    private static Manual withVersion(Manual manual, long version) {
        return copy(manual, manual.state(), manual.pages(), manual.pagesDone(), version);
    }

    private static Manual withProgress(Manual manual, ManualState state, int pageCount, int pagesDone) {
        return copy(manual, state, pageCount, pagesDone, manual.version());
    }

    private static Manual copy(Manual manual, ManualState state, int pageCount, int pagesDone, long version) {
        return new Manual(
                manual.id(),
                manual.title(),
                manual.fileName(),
                manual.mediaType(),
                manual.sha256(),
                manual.bytes(),
                manual.equipment(),
                state,
                manual.edition(),
                pageCount,
                pagesDone,
                manual.problem(),
                manual.incident(),
                manual.uploadedBy(),
                manual.uploadedAt(),
                manual.changedAt(),
                version);
    }
}
