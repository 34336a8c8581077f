package org.fieldwright.domain.health;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all parts at once and waits for none of them longer than its patience. A part that is silent is not asked again before it has
 * answered, so that one that hangs costs one thread and no more.
 */
final class Rounds {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final Iterable<Checkup> checkups;
    private final Duration patience;
    private final Map<Part, CompletableFuture<Finding>> asked = new ConcurrentHashMap<>();

    Rounds(Iterable<Checkup> checkups, Duration patience) {
        this.checkups = checkups;
        this.patience = patience;
    }

    List<Finding> ask(Executor threads) {
        long end = System.nanoTime() + patience.toNanos();
        List<Part> parts = new ArrayList<>();
        for (Checkup checkup : checkups) {
            parts.add(checkup.part());
            asked.compute(checkup.part(), (part, before) -> isUnderWay(before) ? before : begin(checkup, threads));
        }
        return parts.stream().map(part -> answer(part, end)).toList();
    }

    private static boolean isUnderWay(CompletableFuture<Finding> before) {
        return before != null && !before.isDone();
    }

    private static CompletableFuture<Finding> begin(Checkup checkup, Executor threads) {
        try {
            return CompletableFuture.supplyAsync(checkup::look, threads);
        } catch (RuntimeException refused) { // no thread to be had
            return CompletableFuture.failedFuture(refused);
        }
    }

    private Finding answer(Part part, long end) {
        try {
            return asked.get(part).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            return Finding.bad(
                    part,
                    "No answer within " + patience.toSeconds() + " seconds.",
                    "Something that it depends on hangs. Look again in a minute; if it stays so, read the log and start the"
                            + " portal again.");
        } catch (ExecutionException failure) {
            LOG.log(WARNING, "looking at " + part.key() + " failed", failure.getCause());
            return failed(part);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(part);
        }
    }

    private static Finding failed(Part part) {
        return Finding.bad(part, "It could not be looked at.", "The log of the server says why.");
    }
}
