package org.fieldwright.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fieldwright.domain.shared.TaskHandler;

/** Durable work that does nothing but remember what it was about. */
@ApplicationScoped
public class RecordedWork implements TaskHandler {
    static final String KIND = "wiring";

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String subject) {
        done.add(subject);
    }

    @Override
    public void gaveUp(String subject) {
        throw new IllegalStateException("nothing here can fail");
    }

    /** What was done so far, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }
}
