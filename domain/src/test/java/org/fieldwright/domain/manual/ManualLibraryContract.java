package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.junit.jupiter.api.Test;

/** What every {@link ManualLibrary} promises. */
public interface ManualLibraryContract {
    ManualLibrary library();

    /** Makes an original known, where the library insists on it. */
    void keepOriginal(String sha256);

    /** A manual that waits, in the library. */
    default Manual added(String title, int number) {
        keepOriginal(Manuals.sha256(number));
        Manual manual = Manuals.waiting(title, Manuals.sha256(number));
        library().add(manual);
        return manual;
    }

    /** A manual with one passage a page, in the library. */
    default Manual readied(String title, int number, String... pageTexts) {
        Manual ready = Manuals.read(added(title, number), new Equipment("Northwind", title), pageTexts.length);
        switchTo(ready, pageTexts);
        return library().find(ready.id()).orElseThrow();
    }

    default List<Passage> switchTo(Manual ready, String... pageTexts) {
        List<PageText> pages = java.util.stream.IntStream.rangeClosed(1, pageTexts.length)
                .mapToObj(page -> Manuals.page(page, pageTexts[page - 1]))
                .toList();
        List<EmbeddedPassage> passages = pages.stream()
                .map(page -> new EmbeddedPassage(
                        Manuals.passage(ready, page.number() - 1, page), new float[] {page.number(), 0.5f}))
                .toList();
        return library().switchEdition(ready, pages, passages, "test-model");
    }

    @Test
    default void finds_what_was_added_by_id_and_by_content() {
        Manual manual = added("Furnace", 1);

        assertThat(library().find(manual.id())).contains(manual);
        assertThat(library().findByContent(manual.sha256())).contains(manual);
        assertThat(library().find(ManualId.random())).isEmpty();
        assertThat(library().findAll(List.of(manual.id(), ManualId.random()))).containsExactly(manual);
    }

    @Test
    default void lists_by_any_part_of_title_file_or_equipment_without_minding_case_or_wildcards() {
        added("Furnace 100% efficient", 1);
        added("Heat pump", 2);

        assertThat(library().list("furn", 0, 10).rows()).hasSize(1);
        assertThat(library().list("100%", 0, 10).total()).isEqualTo(1);
        assertThat(library().list("%", 0, 10).total()).isEqualTo(1);
        assertThat(library().list("", 1, 10).rows()).hasSize(1);
        assertThat(library().list("", 0, 1).total()).isEqualTo(2);
    }

    @Test
    default void a_change_made_on_an_old_look_is_refused() {
        Manual manual = added("Furnace", 1);
        library().update(manual);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> library().update(manual))
                .matches(refused -> refused.fault() == Fault.CONFLICT);
    }

    @Test
    default void an_edition_becomes_visible_with_pages_passages_and_vectors() {
        Manual ready = Manuals.read(added("Furnace", 1), new Equipment("Northwind", "NF-80"), 2);

        List<Passage> stored = switchTo(ready, "first page", "second \u00e9 page");

        assertThat(stored).extracting(Passage::id).doesNotContain(0L).doesNotHaveDuplicates();
        assertThat(library().passages(List.of(stored.get(1).id()))).containsExactly(stored.get(1));
        assertThat(library().page(ready.id(), 2)).map(PageText::text).contains("second \u00e9 page");
        assertThat(library().page(ready.id(), 3)).isEmpty();
        assertThat(library().embeddedPassages(ready.id()))
                .extracting(embedded -> embedded.vector()[0])
                .containsExactly(1f, 2f);
        assertThat(library().equipment()).containsExactly(new Equipment("Northwind", "NF-80"));
    }

    @Test
    default void words_keep_their_places() {
        Manual ready = Manuals.read(added("Furnace", 1), Equipment.UNKNOWN, 1);
        Word word = new Word(0, 5, new Box(0.1f, 0.2f, 0.3f, 0.04f));
        PageText page = new PageText(1, 612, 792, "Torque", List.of(word), PageText.Source.OCR);

        library().switchEdition(ready, List.of(page), List.of(), "test-model");

        assertThat(library().page(ready.id(), 1)).contains(page);
    }

    @Test
    default void a_new_edition_takes_the_place_of_the_old_one_whole() {
        Manual first = readied("Furnace", 1, "old one", "old two");

        switchTo(Manuals.read(first, first.equipment(), 1), "new one");

        assertThat(library().embeddedPassages(first.id()))
                .extracting(embedded -> embedded.passage().text())
                .containsExactly("new one");
        assertThat(library().page(first.id(), 2)).isEmpty();
    }

    @Test
    default void indexes_learn_of_every_change_in_order() {
        Manual furnace = readied("Furnace", 1, "a");
        long before = library().revision();
        Manual pump = readied("Pump", 2, "b");

        library().remove(furnace.id());

        List<ManualLibrary.Change> changes = library().changesAfter(before, 10);
        assertThat(changes).extracting(ManualLibrary.Change::manual).containsExactly(pump.id(), furnace.id());
        assertThat(changes).extracting(ManualLibrary.Change::removed).containsExactly(false, true);
        assertThat(changes.getLast().revision()).isEqualTo(library().revision());
        assertThat(library().changesAfter(before, 1)).hasSize(1);
    }

    @Test
    default void nothing_of_a_deleted_manual_stays() {
        Manual manual = readied("Furnace", 1, "a");
        long passage =
                library().embeddedPassages(manual.id()).getFirst().passage().id();

        library().remove(manual.id());

        assertThat(library().find(manual.id())).isEmpty();
        assertThat(library().page(manual.id(), 1)).isEmpty();
        assertThat(library().passages(List.of(passage))).isEmpty();
        assertThat(library().embeddedPassages(manual.id())).isEmpty();
    }

    @Test
    default void work_on_a_deleted_manual_is_told_so() {
        Manual manual = added("Furnace", 1);
        library().remove(manual.id());

        assertThat(library().progress(manual.id(), ManualState.READING, 10, 1)).isFalse();
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> switchTo(Manuals.read(manual, Equipment.UNKNOWN, 1), "a"))
                .matches(refused -> refused.fault() == Fault.GONE);
        assertThat(library().embeddedPassages(manual.id())).isEmpty();
    }

    @Test
    default void progress_is_seen_and_leaves_the_version_alone() {
        Manual manual = added("Furnace", 1);

        boolean there = library().progress(manual.id(), ManualState.READING, 12, 7);

        Manual seen = library().find(manual.id()).orElseThrow();
        assertThat(there).isTrue();
        assertThat(seen.state()).isEqualTo(ManualState.READING);
        assertThat(seen.pagesDone()).isEqualTo(7);
        assertThat(seen.version()).isEqualTo(manual.version());
    }

    @Test
    default void a_failure_keeps_its_reason() {
        Manual manual = added("Furnace", 1);
        Manual failed = manual.failed(ReadingProblem.ENCRYPTED, "", Manuals.UPLOADED);

        library().update(failed);

        Manual seen = library().find(manual.id()).orElseThrow();
        assertThat(seen.problem()).isEqualTo(Optional.of(ReadingProblem.ENCRYPTED));
    }

    @Test
    default void says_how_much_it_holds() {
        Manual furnace = readied("Furnace", 1, "a", "b", "c");
        readied("Pump", 2, "d");
        library().update(added("Scan", 3).failed(ReadingProblem.ENCRYPTED, "", Manuals.UPLOADED));
        added("Next", 4);

        ManualLibrary.Holdings all = library().holdings();
        library().remove(furnace.id());

        assertThat(all).isEqualTo(new ManualLibrary.Holdings(4, 1, 4, 4));
        assertThat(library().holdings()).isEqualTo(new ManualLibrary.Holdings(3, 1, 1, 1));
    }
}
