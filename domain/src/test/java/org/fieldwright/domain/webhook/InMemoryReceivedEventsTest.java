package org.fieldwright.domain.webhook;

class InMemoryReceivedEventsTest implements ReceivedEventsContract {
    private final ReceivedEvents events = new InMemoryReceivedEvents();

    @Override
    public ReceivedEvents events() {
        return events;
    }
}
