package org.fieldwright.rag.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.InMemoryOriginalStore;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.OriginalStore;
import org.fieldwright.domain.manual.PageImages.PageImage;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.rag.HostilePdf;
import org.fieldwright.rag.PdfDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmPageImagesTest {
    @TempDir
    private Path folder;

    private final CountingOriginals originals = new CountingOriginals();
    private ChildJvmPageImages images;

    @BeforeEach
    void start() {
        images = images(Duration.ofSeconds(30));
    }

    @AfterEach
    void end() {
        images.close();
    }

    @Test
    void a_page_is_drawn_in_the_next_width_step_and_shows_its_ink() throws IOException {
        Manual manual = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        PageImage image = images.draw(manual, 1, 1000);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image.content()));
        assertThat(picture.getWidth()).isBetween(1199, 1201);
        assertThat(image.mediaType()).isEqualTo("image/png");
        double scale = picture.getWidth() / 595.28;
        assertThat(darkPixels(picture, 100 * scale, 165 * scale, 280 * scale, 205 * scale))
                .isGreaterThan(500);
        assertThat(darkPixels(picture, 0, 300 * scale, 595 * scale, 800 * scale))
                .isZero();
    }

    @Test
    void a_page_is_drawn_once_and_then_comes_from_disk() throws IOException {
        Manual manual = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        PageImage first = images.draw(manual, 1, 800);
        images.close();
        images = images(Duration.ofSeconds(30));
        PageImage again = images.draw(manual, 1, 800);

        assertThat(again.content()).isEqualTo(first.content());
        assertThat(originals.copies).hasValue(1);
    }

    @Test
    void many_who_ask_for_the_same_page_at_once_all_get_it() throws IOException {
        Manual manual = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        List<CompletableFuture<PageImage>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> images.draw(manual, 1, 800)))
                .toList();

        assertThat(asked)
                .allSatisfy(image -> assertThat(image.join().content())
                        .isEqualTo(asked.getFirst().join().content()));
    }

    @Test
    void there_is_no_picture_of_a_page_that_is_not_there() throws IOException {
        Manual manual = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        assertFault(Fault.NOT_FOUND, manual, 2);
        assertFault(Fault.NOT_FOUND, manual, 0);
    }

    @Test
    void there_is_no_picture_of_a_file_without_fixed_pages() {
        Manual text = Manuals.waiting("notes", Manuals.sha256(1));
        Manual read = text.ready("notes", Equipment.UNKNOWN, "text/markdown", 3, text.changedAt());

        assertFault(Fault.NOT_FOUND, read, 1);
    }

    @Test
    void a_page_that_draws_itself_without_end_is_given_up_and_the_next_page_is_drawn() throws IOException {
        images.close();
        images = images(Duration.ofSeconds(4));
        Manual endless = manual(HostilePdf.drawingItselfForEver());
        Manual honest = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        assertFault(Fault.UNAVAILABLE, endless, 1);

        assertThat(images.draw(honest, 1, 800).content()).isNotEmpty();
    }

    @Test
    void a_picture_of_billions_of_pixels_does_not_stop_its_page() throws IOException {
        Manual flood = manual(HostilePdf.withPictureOf(60_000, 60_000));

        PageImage image = images.draw(flood, 1, 800);

        assertThat(image.content()).isNotEmpty();
    }

    @Test
    void a_page_too_big_for_the_memory_is_given_up_and_the_next_page_is_drawn() throws IOException {
        images.close();
        images = images(Duration.ofSeconds(30), 128);
        Manual flood = manual(HostilePdf.eatingMemory(100));
        Manual honest = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));

        assertFault(Fault.UNAVAILABLE, flood, 1);

        assertThat(images.draw(honest, 1, 800).content()).isNotEmpty();
    }

    @Test
    void a_deleted_original_leaves_no_picture_behind() throws IOException {
        Manual manual = manual(new PdfDraft().page().text(100, 200, 40, "Error E5"));
        images.draw(manual, 1, 800);

        images.forget(manual.sha256());

        try (var left = Files.walk(folder.resolve("page-images"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void widths_are_rounded_up_to_a_few_steps() {
        assertThat(ChildJvmPageImages.step(1)).isEqualTo(800);
        assertThat(ChildJvmPageImages.step(801)).isEqualTo(1200);
        assertThat(ChildJvmPageImages.step(9000)).isEqualTo(1800);
    }

    private void assertFault(Fault fault, Manual manual, int page) {
        assertThatThrownBy(() -> images.draw(manual, page, 800))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private ChildJvmPageImages images(Duration timePerPage) {
        return images(timePerPage, 256);
    }

    private ChildJvmPageImages images(Duration timePerPage, int heapMegabytes) {
        return new ChildJvmPageImages(
                originals,
                new PageImageSettings(
                        folder.resolve("page-images"), 64, heapMegabytes, timePerPage, Duration.ofMinutes(1)),
                Clock.systemUTC());
    }

    private Manual manual(PdfDraft draft) throws IOException {
        return manual(Files.readAllBytes(draft.save(folder.resolve("draft.pdf"))));
    }

    private Manual manual(byte[] pdf) throws IOException {
        OriginalStore.Stored stored = originals.keep(new ByteArrayInputStream(pdf), Long.MAX_VALUE);
        Manual waiting = Manuals.waiting("manual", stored.sha256());
        return waiting.ready("manual", Equipment.UNKNOWN, "application/pdf", 1, waiting.changedAt());
    }

    private static int darkPixels(BufferedImage picture, double x0, double y0, double x1, double y1) {
        int dark = 0;
        for (int y = (int) y0; y < Math.min(y1, picture.getHeight()); y++) {
            for (int x = (int) x0; x < Math.min(x1, picture.getWidth()); x++) {
                dark += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    private static final class CountingOriginals implements OriginalStore {
        private final InMemoryOriginalStore kept = new InMemoryOriginalStore();
        private final AtomicInteger copies = new AtomicInteger();

        @Override
        public Stored keep(InputStream content, long maxBytes) throws IOException {
            return kept.keep(content, maxBytes);
        }

        @Override
        public void copyTo(String sha256, Path target) throws IOException {
            copies.incrementAndGet();
            kept.copyTo(sha256, target);
        }

        @Override
        public InputStream open(String sha256) {
            return kept.open(sha256);
        }

        @Override
        public void forget(String sha256) {
            kept.forget(sha256);
        }
    }
}
