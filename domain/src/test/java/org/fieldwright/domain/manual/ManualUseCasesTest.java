package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.RecordedEvents;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManualUseCasesTest {
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final InMemoryOriginalStore originals = new InMemoryOriginalStore();
    private final RecordedTasks tasks = new RecordedTasks();
    private final RecordedEvents<ManualChanged> changes = new RecordedEvents<>();
    private final RememberedImages images = new RememberedImages();
    private final Clock clock = Clock.fixed(Manuals.UPLOADED, ZoneOffset.UTC);
    private Manual manual;

    @BeforeEach
    void a_manual_is_ready() throws IOException {
        String sha256 =
                originals.keep(new ByteArrayInputStream(new byte[] {1, 2}), 10).sha256();
        Manual waiting = Manuals.waiting("Furnace", sha256);
        library.add(waiting);
        Manual ready = Manuals.read(waiting, Equipment.UNKNOWN, 1);
        library.switchEdition(ready, List.of(Manuals.page(1, "text")), List.of(), "model");
        manual = library.find(waiting.id()).orElseThrow();
    }

    @Test
    void deleting_takes_original_and_pictures_along_and_tells_the_index() {
        new RemoveManual(library, originals, images, changes).remove(manual.id());

        assertThat(library.find(manual.id())).isEmpty();
        assertThat(images.forgotten).containsExactly(manual.sha256());
        assertThat(changes.told()).containsExactly(new ManualChanged(manual.id()));
        assertThatExceptionOfType(FaultException.class).isThrownBy(() -> originals.open(manual.sha256()));
    }

    @Test
    void deleting_what_is_gone_is_harmless() {
        new RemoveManual(library, originals, images, changes).remove(ManualId.random());

        assertThat(changes.told()).isEmpty();
    }

    @Test
    void reading_again_waits_its_turn_and_leaves_the_edition_in_use() {
        new ReindexManual(library, tasks, clock).reindex(manual.id());

        Manual waiting = library.find(manual.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(ManualState.WAITING);
        assertThat(waiting.edition()).isEqualTo(1);
        assertThat(library.page(manual.id(), 1)).isPresent();
        assertThat(tasks.submitted()).containsExactly("manual.read " + manual.id());
    }

    @Test
    void a_page_opens_with_its_manual() {
        OpenPage.OpenedPage opened = new OpenPage(library, images).open(manual.id(), 1);

        assertThat(opened.manual()).isEqualTo(manual);
        assertThat(opened.page().text()).isEqualTo("text");
        assertThat(opened.drawable()).isTrue();
    }

    @Test
    void a_page_that_is_not_there_says_how_many_there_are() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> new OpenPage(library, images).open(manual.id(), 9))
                .withMessageContaining("no page 9. It has 1.")
                .matches(refused -> refused.fault() == Fault.NOT_FOUND);
    }

    @Test
    void a_list_is_never_longer_than_asked_for_in_reason() {
        ListManuals list = new ListManuals(library);

        assertThat(list.list("", -5, 0).rows()).hasSize(1);
        assertThat(list.find(manual.id())).isEqualTo(manual);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> list.find(ManualId.random()))
                .matches(refused -> refused.fault() == Fault.NOT_FOUND);
    }

    private static final class RememberedImages implements PageImages {
        private final List<String> forgotten = new ArrayList<>();

        @Override
        public PageImage draw(Manual manual, int number, int width) {
            return new PageImage("image/png", new byte[] {1});
        }

        @Override
        public void forget(String sha256) {
            forgotten.add(sha256);
        }
    }
}
