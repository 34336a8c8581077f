package org.fieldwright.evaluation;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work on many things at once, as many as the machine has cores. */
final class AllCores {
    private AllCores() {}

    static <T> void each(List<T> things, Consumer<T> work) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<?>> all = things.stream()
                    .<Future<?>>map(thing -> workers.submit(() -> work.accept(thing)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped at work", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the work failed", failure.getCause());
        }
    }
}
