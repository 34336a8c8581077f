package org.fieldwright.servicetitan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer that is none: a status of 300 or more, or a page where JSON should be. What it says holds nothing of what we sent. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})\\s*seconds?", Pattern.CASE_INSENSITIVE);

    /** Of an answer of 2xx that is no JSON. */
    static final int NO_JSON = 0;

    private final int status;
    private final String title;
    private final transient Map<String, List<String>> errors;
    private final String traceId;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param title in their words; blank when they gave none
     * @param errors what they say about each field
     * @param retryAfter as the header says it
     */
    Refused(int status, String title, Map<String, List<String>> errors, String traceId, Optional<Duration> retryAfter) {
        super("status " + status);
        this.status = status;
        this.title = title;
        this.errors = errors;
        this.traceId = traceId;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    Map<String, List<String>> errors() {
        return errors;
    }

    String traceId() {
        return traceId;
    }

    /** How long they ask us to wait: by the header, or else by the words of the title. */
    Optional<Duration> askedToWait() {
        return retryAfter.or(() -> {
            Matcher seconds = SECONDS.matcher(title);
            return seconds.find()
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))))
                    : Optional.empty();
        });
    }

    boolean speaksOf(String word) {
        String all = (title + " " + errors).toLowerCase(Locale.ROOT);
        return all.contains(word);
    }
}
