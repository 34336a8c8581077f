package org.fieldwright.assistant.quote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.copilot.Evidence;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.PageSpan;
import org.fieldwright.domain.manual.PageText;

/** Fetches the pages that evidence stands on, each once. */
@ApplicationScoped
public class EvidencePages {
    private ManualLibrary library;

    /** For the container's proxy. */
    protected EvidencePages() {}

    @Inject
    public EvidencePages(ManualLibrary library) {
        this.library = library;
    }

    private record Key(ManualId manual, int number) {}

    private record Cut(Optional<PageText> page, List<Stretch> stretches) {}

    /** The pages of all evidence, best evidence first; a passage over two pages gives two. */
    public List<EvidencePage> of(List<Evidence> evidence) {
        Map<Key, Cut> cuts = new HashMap<>();
        List<EvidencePage> pages = new ArrayList<>();
        for (int rank = 0; rank < evidence.size(); rank++) {
            Evidence found = evidence.get(rank);
            List<Integer> numbers = found.passage().spans().stream()
                    .map(PageSpan::page)
                    .distinct()
                    .toList();
            for (int number : numbers) {
                Cut cut = cuts.computeIfAbsent(new Key(found.manual().id(), number), this::cut);
                pages.add(
                        cut.page().isPresent()
                                ? new EvidencePage(
                                        found,
                                        rank,
                                        number,
                                        cut.page(),
                                        cut.page().get().text(),
                                        cut.stretches())
                                : passageAlone(found, rank, number));
            }
        }
        return pages;
    }

    private Cut cut(Key key) {
        Optional<PageText> page = library.page(key.manual(), key.number());
        return new Cut(
                page,
                page.map(found -> Stretches.of(found.text(), 0, found.text().length()))
                        .orElse(List.of()));
    }

    private static EvidencePage passageAlone(Evidence found, int rank, int number) {
        String text = found.passage().text();
        return new EvidencePage(found, rank, number, Optional.empty(), text, Stretches.of(text, 0, text.length()));
    }
}
