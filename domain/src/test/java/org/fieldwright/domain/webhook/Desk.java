package org.fieldwright.domain.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldwright.domain.mirror.Copy;
import org.fieldwright.domain.mirror.InMemoryMirror;
import org.fieldwright.domain.mirror.Kind;
import org.fieldwright.domain.mirror.ScriptedSource;
import org.fieldwright.domain.servicetitan.ConnectionsContract;
import org.fieldwright.domain.servicetitan.InMemoryConnections;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.fieldwright.domain.shared.RecordedTasks;

/** Everything that takes in and settles events, on fakes. */
final class Desk {
    static final Optional<String> JSON = Optional.of("application/json");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final MovingClock clock = MovingClock.at(NOON);
    final RecordedTasks tasks = new RecordedTasks();
    final InMemoryMirror mirror = new InMemoryMirror();
    final InMemoryConnections connections = new InMemoryConnections();
    final ServiceTitan there = new ServiceTitan();
    final ReceivedEvents events;
    final WebhookSettings settings;
    final ReceiveWebhook receive;
    final SettleEvent settle;
    final SeeWebhooks see;

    Desk() {
        this(Map.of("fieldwright.webhooks.key", Deliveries.KEY));
    }

    Desk(Map<String, String> settings) {
        this(settings, new InMemoryReceivedEvents());
    }

    Desk(Map<String, String> config, ReceivedEvents events) {
        this.events = events;
        this.settings = WebhookSettings.from(new MapConfig(config));
        this.receive = new ReceiveWebhook(events, tasks, settings, clock);
        this.settle = new SettleEvent(events, there, mirror, connections, tasks, clock);
        this.see = new SeeWebhooks(events, mirror, tasks, settings);
        connections.keep(ConnectionsContract.shop(Deliveries.TENANT, "secret"), "pat@shop.example", NOON);
    }

    /** Takes in a signed body; what is on record of it. */
    ReceivedEvent deliver(byte[] body) {
        ReceiveWebhook.Outcome outcome = receive.receive(JSON, body, Optional.of(Deliveries.hex(body)));
        return ((ReceiveWebhook.Outcome.Taken) outcome).event();
    }

    /** Does all that was asked for until now, in this order. */
    void settleAll() {
        List<String> waiting = List.copyOf(tasks.submitted());
        tasks.submitted().clear();
        waiting.forEach(work -> settle.run(work.substring(SettleEvent.KIND.length() + 1)));
    }

    ReceivedEvent now(ReceivedEvent event) {
        return events.find(event.id()).orElseThrow();
    }

    /** The other side: what it holds, and how it fails. */
    static final class ServiceTitan extends ScriptedSource {
        private final Map<Mention, Copy> records = new HashMap<>();
        private final Map<Kind, RuntimeException> failures = new EnumMap<>(Kind.class);
        private final List<Mention> read = new ArrayList<>();
        private final Set<Kind> unreadable = EnumSet.noneOf(Kind.class);

        void has(Kind kind, Copy copy) {
            records.put(new Mention(kind, copy.id()), copy);
        }

        void deletes(Kind kind, long id) {
            records.remove(new Mention(kind, id));
        }

        /** The next time this kind is read. */
        void failsOnceAt(Kind kind, RuntimeException failure) {
            failures.put(kind, failure);
        }

        void cannotRead(Kind kind) {
            unreadable.add(kind);
        }

        List<Mention> read() {
            return read;
        }

        @Override
        public Optional<Copy> read(Kind kind, long id) {
            read.add(new Mention(kind, id));
            if (failures.containsKey(kind)) {
                throw failures.remove(kind);
            }
            return Optional.ofNullable(records.get(new Mention(kind, id)));
        }

        @Override
        public boolean readsOne(Kind kind) {
            return !unreadable.contains(kind);
        }
    }
}
