package org.fieldwright.domain.shared.jdbc;

import java.sql.SQLException;

/** The database did not do what it was asked. Nothing of the statement's transaction is kept. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether a UNIQUE rule refused the row. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState());
    }
}
