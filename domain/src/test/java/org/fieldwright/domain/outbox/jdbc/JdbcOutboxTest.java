package org.fieldwright.domain.outbox.jdbc;

import org.fieldwright.domain.outbox.Outbox;
import org.fieldwright.domain.outbox.OutboxContract;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;

class JdbcOutboxTest implements OutboxContract {
    private final Outbox outbox = new JdbcOutbox(new Jdbc(TestDatabase.fresh()));

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
