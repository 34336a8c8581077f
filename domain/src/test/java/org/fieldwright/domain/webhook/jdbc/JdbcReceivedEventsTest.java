package org.fieldwright.domain.webhook.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.domain.webhook.EventQuery;
import org.fieldwright.domain.webhook.ReceivedEvent;
import org.fieldwright.domain.webhook.ReceivedEvents;
import org.fieldwright.domain.webhook.ReceivedEventsContract;
import org.junit.jupiter.api.Test;

class JdbcReceivedEventsTest implements ReceivedEventsContract {
    private final ReceivedEvents events = new JdbcReceivedEvents(new Jdbc(TestDatabase.fresh()));

    @Override
    public ReceivedEvents events() {
        return events;
    }

    @Test
    void of_deliveries_that_come_at_once_one_is_new_and_all_are_counted()
            throws InterruptedException, ExecutionException {
        List<Future<Optional<ReceivedEvent>>> answers;
        try (ExecutorService atOnce = Executors.newFixedThreadPool(8)) {
            answers = IntStream.range(0, 16)
                    .mapToObj(i -> atOnce.submit(() -> events.add(ReceivedEventsContract.event("one", NOON))))
                    .toList();
        }

        int fresh = 0;
        for (Future<Optional<ReceivedEvent>> answer : answers) {
            fresh += answer.get().isEmpty() ? 1 : 0;
        }
        assertThat(fresh).isEqualTo(1);
        assertThat(events.list(EventQuery.all(), 0, 10).rows())
                .singleElement()
                .satisfies(kept -> assertThat(kept.deliveries()).isEqualTo(16));
    }
}
