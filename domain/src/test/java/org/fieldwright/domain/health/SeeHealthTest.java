package org.fieldwright.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeeHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Finding GOOD = Finding.good(Part.DATABASE, "It answers.");
    private static final Finding WARNED = Finding.warn(Part.OCR, "Tesseract is missing.", "Install it.");
    private static final Finding BAD = Finding.bad(Part.DISK, "The disk is full.", "Free some room.");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        released.countDown();
        threads.shutdown();
    }

    @Test
    void every_part_is_told_in_its_order_with_the_time() {
        HealthReport report = look(FixedCheckup.of(BAD), FixedCheckup.of(GOOD), FixedCheckup.of(WARNED));

        assertThat(report.findings()).containsExactly(GOOD, WARNED, BAD);
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.count(Condition.GOOD)).isEqualTo(1);
        assertThat(report.count(Condition.WARN)).isEqualTo(1);
        assertThat(report.count(Condition.BAD)).isEqualTo(1);
    }

    @Test
    void a_part_that_throws_is_bad_and_leaves_the_others_alone() {
        Checkup throwing = new FixedCheckup(Part.SEARCH, () -> {
            throw new IllegalStateException("secret-of-the-house");
        });

        HealthReport report = look(throwing, FixedCheckup.of(GOOD));

        assertThat(report.findings()).extracting(Finding::condition).containsExactly(Condition.GOOD, Condition.BAD);
        assertThat(report.findings().getLast().sentence()).isEqualTo("It could not be looked at.");
        assertThat(report.toString()).doesNotContain("secret-of-the-house");
    }

    @Test
    void a_part_that_lacks_a_class_is_bad_and_leaves_the_others_alone() {
        Checkup broken = new FixedCheckup(Part.SEARCH, () -> {
            throw new NoClassDefFoundError("gone");
        });

        assertThat(look(FixedCheckup.of(GOOD), broken).count(Condition.BAD)).isEqualTo(1);
    }

    @Test
    void a_part_that_hangs_is_bad_after_a_while_and_leaves_the_others_alone() {
        HealthReport report = look(hanging(Part.TASKS), FixedCheckup.of(GOOD), hanging(Part.OCR));

        assertThat(report.findings())
                .extracting(Finding::condition)
                .containsExactly(Condition.GOOD, Condition.BAD, Condition.BAD);
        assertThat(report.findings().getLast().sentence()).startsWith("No answer within");
    }

    @Test
    void a_part_that_hangs_is_not_asked_again_before_it_has_answered() throws InterruptedException {
        SeeHealth seeHealth = over(Duration.ofMillis(20), hanging(Part.TASKS));

        seeHealth.look();
        hangs.await();
        IntStream.range(0, 5).forEach(time -> seeHealth.look());

        assertThat(begun).hasValue(1);
    }

    @Test
    void a_part_that_came_back_is_asked_anew() {
        SeeHealth seeHealth = new SeeHealth(List.of(hanging(Part.TASKS)), clock(), Runnable::run, Duration.ZERO);
        released.countDown();

        seeHealth.look();
        HealthReport report = seeHealth.look();

        assertThat(begun).hasValue(2);
        assertThat(report.count(Condition.GOOD)).isEqualTo(1);
    }

    @Test
    void when_no_thread_is_to_be_had_that_is_told() {
        SeeHealth seeHealth = new SeeHealth(
                List.of(FixedCheckup.of(GOOD)),
                clock(),
                work -> {
                    throw new RejectedExecutionException("full");
                },
                Duration.ofMillis(50));

        assertThat(seeHealth.look().count(Condition.BAD)).isEqualTo(1);
    }

    @Test
    void advice_comes_with_what_is_not_good_and_only_with_that() {
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.bad(Part.DISK, "The disk is full.", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Finding(Part.DISK, Condition.GOOD, "Room enough.", "Do.", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.good(Part.DISK, ""));
    }

    private Checkup hanging(Part part) {
        return new FixedCheckup(part, () -> {
            begun.incrementAndGet();
            hangs.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Finding.good(part, "Back again.");
        });
    }

    private HealthReport look(Checkup... checkups) {
        return over(Duration.ofSeconds(1), checkups).look();
    }

    private SeeHealth over(Duration patience, Checkup... checkups) {
        return new SeeHealth(List.of(checkups), clock(), threads, patience);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
