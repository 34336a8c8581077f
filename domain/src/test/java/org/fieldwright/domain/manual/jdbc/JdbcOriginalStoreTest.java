package org.fieldwright.domain.manual.jdbc;

import org.fieldwright.domain.manual.OriginalStore;
import org.fieldwright.domain.manual.OriginalStoreContract;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;

class JdbcOriginalStoreTest implements OriginalStoreContract {
    private final JdbcOriginalStore store = new JdbcOriginalStore(new Jdbc(TestDatabase.fresh()));

    @Override
    public OriginalStore store() {
        return store;
    }
}
