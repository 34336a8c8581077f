package org.fieldwright.domain.manual.jdbc;

import org.fieldwright.domain.manual.ManualLibrary;
import org.fieldwright.domain.manual.ManualLibraryContract;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;

class JdbcManualLibraryTest implements ManualLibraryContract {
    private final Jdbc jdbc = new Jdbc(TestDatabase.fresh());
    private final JdbcManualLibrary library = new JdbcManualLibrary(jdbc);

    @Override
    public ManualLibrary library() {
        return library;
    }

    @Override
    public void keepOriginal(String sha256) {
        jdbc.update("insert into original (sha256, bytes) values (?, 1000)", sha256);
    }
}
