package org.fieldwright.domain.servicetitan;

class InMemoryConnectionsTest implements ConnectionsContract {
    private final Connections connections = new InMemoryConnections();

    @Override
    public Connections connections() {
        return connections;
    }
}
