package org.fieldwright.web.servicetitan;

import java.time.Duration;
import java.util.List;
import org.fieldwright.domain.servicetitan.ConnectionProbe;
import org.fieldwright.domain.shared.InWords;

/** What came of a test of the connection. */
public record ProbeView(ConnectionProbe.Result result) {
    private static final Duration MUCH = Duration.ofMinutes(1);

    public String tone() {
        return switch (result) {
            case ConnectionProbe.Result.Works works -> works.missing().isEmpty() ? "good" : "warn";
            case ConnectionProbe.Result.Fails fails -> "bad";
        };
    }

    public String sentence() {
        return switch (result) {
            case ConnectionProbe.Result.Works works ->
                works.missing().isEmpty()
                        ? "It works, and every scope that is needed is granted."
                        : "It works, but " + InWords.count(works.missing().size(), "scope")
                                + (works.missing().size() == 1 ? " is" : " are") + " missing.";
            case ConnectionProbe.Result.Fails fails -> fails.sentence();
        };
    }

    public List<ConnectionProbe.MissingScope> missing() {
        return switch (result) {
            case ConnectionProbe.Result.Works works -> works.missing();
            case ConnectionProbe.Result.Fails fails -> List.of();
        };
    }

    /** Blank when their clock and ours agree. */
    public String clock() {
        return switch (result) {
            case ConnectionProbe.Result.Works works
            when works.clockOff().abs().compareTo(MUCH) > 0 ->
                "Their clock is " + InWords.duration(works.clockOff().abs())
                        + (works.clockOff().isNegative() ? " behind" : " ahead of")
                        + " this server's. It works all the same; set this server's clock.";
            case ConnectionProbe.Result.Works works -> "";
            case ConnectionProbe.Result.Fails fails -> "";
        };
    }
}
