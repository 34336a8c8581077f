package org.fieldwright.domain.outbox;

class InMemoryOutboxTest implements OutboxContract {
    private final Outbox outbox = new InMemoryOutbox();

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
