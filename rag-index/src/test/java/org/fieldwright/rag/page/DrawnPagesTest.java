package org.fieldwright.rag.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.fieldwright.domain.manual.Manuals;
import org.fieldwright.domain.manual.PageImages.PageImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPagesTest {
    private static final String ONE = Manuals.sha256(1);
    private static final String OTHER = Manuals.sha256(2);

    @TempDir
    private Path folder;

    private final Clock inAnHour =
            Clock.offset(Clock.fixed(Instant.now(Clock.systemUTC()), ZoneOffset.UTC), Duration.ofHours(1));

    @Test
    void a_kept_page_is_found_with_its_kind() {
        DrawnPages pages = new DrawnPages(folder, 1000, inAnHour);

        pages.keep(ONE, 3, 800, new PageImage("image/jpeg", filled(10)));

        assertThat(pages.find(ONE, 3, 800)).hasValueSatisfying(found -> {
            assertThat(found.mediaType()).isEqualTo("image/jpeg");
            assertThat(found.content()).isEqualTo(filled(10));
        });
        assertThat(pages.find(ONE, 3, 1200)).isEmpty();
        assertThat(pages.find(OTHER, 3, 800)).isEmpty();
    }

    @Test
    void the_page_not_looked_at_for_longest_makes_room() {
        DrawnPages pages = new DrawnPages(folder, 1000, inAnHour);
        pages.keep(ONE, 1, 800, new PageImage("image/png", filled(400)));
        pages.keep(ONE, 2, 800, new PageImage("image/png", filled(400)));

        pages.find(ONE, 1, 800);
        pages.keep(ONE, 3, 800, new PageImage("image/png", filled(400)));

        assertThat(pages.find(ONE, 2, 800)).isEmpty();
        assertThat(pages.find(ONE, 1, 800)).isPresent();
    }

    @Test
    void never_keeps_more_than_its_limit() {
        DrawnPages pages = new DrawnPages(folder, 1000, inAnHour);

        for (int page = 1; page <= 20; page++) {
            pages.keep(ONE, page, 800, new PageImage("image/png", filled(300)));
        }

        long kept = java.util.stream.IntStream.rangeClosed(1, 20)
                .filter(page -> pages.find(ONE, page, 800).isPresent())
                .count();
        assertThat(kept).isBetween(1L, 3L);
    }

    @Test
    void forgets_all_pages_of_an_original_and_no_others() {
        DrawnPages pages = new DrawnPages(folder, 1000, inAnHour);
        pages.keep(ONE, 1, 800, new PageImage("image/png", filled(10)));
        pages.keep(OTHER, 1, 800, new PageImage("image/png", filled(10)));

        pages.forget(ONE);

        assertThat(pages.find(ONE, 1, 800)).isEmpty();
        assertThat(pages.find(OTHER, 1, 800)).isPresent();
    }

    @Test
    void a_name_that_is_not_a_hash_never_becomes_a_path() {
        DrawnPages pages = new DrawnPages(folder, 1000, inAnHour);

        assertThatThrownBy(() -> pages.forget("../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] filled(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        return content;
    }
}
