package org.fieldwright.domain.servicetitan;

import java.time.Duration;
import java.util.Optional;

/** ServiceTitan did not do what it was asked. The message is a sentence for people and holds no secret and no customer's data. */
public class ServiceTitanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final String traceId;
    private final boolean perhapsDone;
    private final transient Optional<Duration> wait;

    /**
     * @param traceId the number by which ServiceTitan finds the call; blank when it gave none
     * @param perhapsDone whether what was asked may have happened although no good answer came
     * @param wait how long they asked us to wait
     */
    public ServiceTitanException(
            Trouble trouble,
            String sentence,
            String traceId,
            boolean perhapsDone,
            Optional<Duration> wait,
            Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
        this.traceId = traceId;
        this.perhapsDone = perhapsDone;
        this.wait = wait;
    }

    public ServiceTitanException(Trouble trouble, String sentence) {
        this(trouble, sentence, "", false, Optional.empty(), null);
    }

    public Trouble trouble() {
        return trouble;
    }

    public String traceId() {
        return traceId;
    }

    public boolean perhapsDone() {
        return perhapsDone;
    }

    public Optional<Duration> askedToWait() {
        return wait == null ? Optional.empty() : wait;
    }
}
