package org.fieldwright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser of this machine, started once for all tests. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final String SETTING = "FIELDWRIGHT_TEST_CHROMIUM";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", // which does not work as root, and the only pages seen are our own
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--font-render-hinting=none");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    private static Optional<Path> find() {
        return Optional.ofNullable(System.getenv(SETTING))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Skips browser tests, and says so, on a machine without Chromium. */
    static final class IsHere implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return find().map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
                    .orElseGet(() -> ConditionEvaluationResult.disabled(
                            "Chromium is not here: " + SETTING + " does not name it. ./test finds or installs it."));
        }
    }
}
