package org.fieldwright.domain.shared;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers what was told instead of telling it. */
public class RecordedEvents<T> implements Event<T> {
    private final List<T> told = new ArrayList<>();

    public List<T> told() {
        return told;
    }

    @Override
    public void fire(T event) {
        told.add(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        told.add(event);
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new IllegalArgumentException("no narrower events here");
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new IllegalArgumentException("no narrower events here");
    }
}
