package org.fieldwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a test its {@link Visit}s and ends them; of a test that fails, picture and trace are kept in {@code target/browser}. */
final class Visits implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Visits.class);
    private static final Path KEPT = Path.of("target", "browser");
    private static final double PATIENCE = 20_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visit.class || type == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Visitors.class, type -> visitors(context), Visitors.class);
        return parameter.getParameter().getType() == Visitors.class ? visitors : visitors.next();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        List<String> complaints = visitors.complaints();
        boolean failed = context.getExecutionException().isPresent() || !complaints.isEmpty();
        visitors.leave(failed ? Optional.of(nameOf(context)) : Optional.empty());
        assertThat(complaints).as("what the pages did and must not").isEmpty();
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getDisplayName().replaceAll("[^A-Za-z0-9_]+", "-");
    }

    private static Visitors visitors(ExtensionContext context) {
        Portal portal = RunningPortal.of(context).withDemoManuals();
        ExtensionContext.Store forAll = context.getRoot().getStore(NAMESPACE);
        Browser browser = forAll.getOrComputeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class)
                .browser();
        SignedIn signedIn =
                forAll.getOrComputeIfAbsent(SignedIn.class, type -> new SignedIn(browser, portal), SignedIn.class);
        Screen screen = AnnotationSupport.findAnnotation(context.getElement(), Screen.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Screen.class))
                .orElse(DEFAULT);
        return new Visitors(portal, browser, signedIn, screen.value(), screen.dark());
    }

    @Screen
    private static final class AtADesk {}

    private static final Screen DEFAULT = AtADesk.class.getAnnotation(Screen.class);

    /** The visits of one test. */
    static final class Visitors {
        private final Portal portal;
        private final Browser browser;
        private final SignedIn signedIn;
        private final Screen.Kind screen;
        private final boolean dark;
        private final List<Visit> visits = new ArrayList<>();

        private Visitors(Portal portal, Browser browser, SignedIn signedIn, Screen.Kind screen, boolean dark) {
            this.portal = portal;
            this.browser = browser;
            this.signedIn = signedIn;
            this.screen = screen;
            this.dark = dark;
        }

        /** One more, at the screen of the test. */
        Visit next() {
            return at(screen, dark);
        }

        /** One more, at a screen of its own. */
        Visit at(Screen.Kind other, boolean inTheDark) {
            URI house = portal.address();
            BrowserContext context = browser.newContext(options(house, other, inTheDark));
            context.setDefaultTimeout(PATIENCE);
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
            Visit visit = new Visit(context, signedIn, new Complaints(house));
            visits.add(visit);
            return visit;
        }

        private static Browser.NewContextOptions options(URI house, Screen.Kind at, boolean inTheDark) {
            return new Browser.NewContextOptions()
                    .setBaseURL(house.toString())
                    .setViewportSize(at.width, at.height)
                    .setHasTouch(at.touch())
                    .setIsMobile(at.touch())
                    .setColorScheme(inTheDark ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-US")
                    .setTimezoneId("America/Chicago");
        }

        private List<String> complaints() {
            return visits.stream()
                    .flatMap(visit -> visit.complaints().unexpected().stream())
                    .toList();
        }

        private void leave(Optional<String> keepAs) {
            for (Visit visit : visits) {
                keepAs.ifPresent(name -> keep(visit, name + "-" + (visits.indexOf(visit) + 1)));
                visit.context().close();
            }
        }

        private static void keep(Visit visit, String name) {
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")));
            visit.context().tracing().stop(new Tracing.StopOptions().setPath(KEPT.resolve(name + "-trace.zip")));
        }
    }
}
