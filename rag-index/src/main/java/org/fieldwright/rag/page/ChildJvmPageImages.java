package org.fieldwright.rag.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.OriginalStore;
import org.fieldwright.domain.manual.PageImages;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Draws pages of PDF files in a warm child process, each page and width once, and keeps them on disk. */
@ApplicationScoped
class ChildJvmPageImages implements PageImages {
    private static final int[] WIDTHS = {800, 1200, 1800};

    /** A page that killed the painter is not tried again for a while: others want to be drawn, too. */
    private static final Duration AVOID_FOR = Duration.ofMinutes(10);

    private DrawnPages drawn;
    private Painter painter;
    private final ConcurrentMap<Wanted, CompletableFuture<PageImage>> inWork = new ConcurrentHashMap<>();
    private final Cache<Wanted, Boolean> avoided = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(AVOID_FOR)
            .build();

    /** For the container's proxy. */
    protected ChildJvmPageImages() {}

    @Inject
    ChildJvmPageImages(OriginalStore originals, PageImageSettings settings, Clock clock) {
        this.drawn = new DrawnPages(settings.folder(), settings.cacheMegabytes() * (1L << 20), clock);
        this.painter = new Painter(originals, settings);
    }

    private record Wanted(String sha256, int page, int width) {}

    @Override
    public PageImage draw(Manual manual, int number, int width) {
        boolean known = manual.pages() == 0 || number <= manual.pages();
        if (!manual.mediaType().equals("application/pdf") || number < 1 || !known) {
            throw noSuchPicture(null);
        }
        Wanted wanted = new Wanted(manual.sha256(), number, step(width));
        Optional<PageImage> kept = drawn.find(wanted.sha256(), wanted.page(), wanted.width());
        return kept.orElseGet(() -> drawOnce(wanted));
    }

    static int step(int width) {
        for (int step : WIDTHS) {
            if (width <= step) {
                return step;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    /** Whoever asks first draws; whoever asks meanwhile gets the same picture. */
    private PageImage drawOnce(Wanted wanted) {
        if (avoided.getIfPresent(new Wanted(wanted.sha256(), wanted.page(), 0)) != null) {
            throw notDrawable(null);
        }
        CompletableFuture<PageImage> mine = new CompletableFuture<>();
        CompletableFuture<PageImage> others = inWork.putIfAbsent(wanted, mine);
        if (others != null) {
            return await(others);
        }
        try {
            PageImage image = paint(wanted);
            mine.complete(image);
            return image;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            inWork.remove(wanted);
        }
    }

    private PageImage paint(Wanted wanted) {
        try {
            PageImage image = painter.paint(wanted.sha256(), wanted.page(), wanted.width());
            drawn.keep(wanted.sha256(), wanted.page(), wanted.width(), image);
            return image;
        } catch (Painter.CannotDraw e) {
            if (e.noSuchPage()) {
                throw noSuchPicture(e);
            }
            avoided.put(new Wanted(wanted.sha256(), wanted.page(), 0), true);
            throw notDrawable(e);
        }
    }

    private static PageImage await(CompletableFuture<PageImage> image) {
        try {
            return image.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw e;
        }
    }

    private static FaultException noSuchPicture(Throwable cause) {
        return new FaultException(
                Fault.NOT_FOUND, "There is no picture of this page. Its text is kept and can be read.", cause);
    }

    private static FaultException notDrawable(Throwable cause) {
        return new FaultException(
                Fault.UNAVAILABLE,
                "This page could not be drawn within the limits. Its text is kept; try the picture again in ten minutes.",
                cause);
    }

    @Override
    public void forget(String sha256) {
        drawn.forget(sha256);
        try {
            painter.forget(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        if (painter != null) {
            painter.close();
        }
    }
}
