package org.fieldwright.domain.copilot.jdbc;

import org.fieldwright.domain.copilot.Conversations;
import org.fieldwright.domain.copilot.ConversationsContract;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;

class JdbcConversationsTest implements ConversationsContract {
    private final Conversations conversations = new JdbcConversations(new Jdbc(TestDatabase.fresh()));

    @Override
    public Conversations conversations() {
        return conversations;
    }
}
