package org.fieldwright.launch;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a portal that is started once, with the first test class that asks, and stopped after the last test of all.
 *
 * <p>Use: {@code @ExtendWith} on the class, and a parameter of the portal's type on a test, a lifecycle method or the
 * constructor.
 */
abstract class SharedPortal<P> implements BeforeAllCallback, ParameterResolver {
    private final Class<P> type;

    SharedPortal(Class<P> type) {
        this.type = type;
    }

    /** A portal that runs, and what ends it. */
    record Running<P>(P portal, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    abstract Running<P> start() throws Exception;

    @Override
    public final void beforeAll(ExtensionContext context) {
        portal(context);
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public final P resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return portal(context);
    }

    final P portal(ExtensionContext context) {
        Running<?> running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .getOrComputeIfAbsent(type, started -> startNow(), Running.class);
        return type.cast(running.portal());
    }

    private Running<P> startNow() {
        try {
            return start();
        } catch (Exception e) {
            throw new IllegalStateException("The portal cannot be started", e);
        }
    }
}
