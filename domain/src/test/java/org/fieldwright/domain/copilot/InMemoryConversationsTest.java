package org.fieldwright.domain.copilot;

class InMemoryConversationsTest implements ConversationsContract {
    private final Conversations conversations = new InMemoryConversations();

    @Override
    public Conversations conversations() {
        return conversations;
    }
}
