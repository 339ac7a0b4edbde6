package io.receivables.dunning.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not do what it was asked; nothing of it was recorded, unless the answer to a commit was lost. */
public final class JdbcJournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    JdbcJournalException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
