package io.receivables.payments.jdbc;

import java.io.Serial;

/**
 * The database did not do what it was asked, or holds what this version cannot read. Nothing of what was asked is recorded,
 * unless the answer to a commit was lost.
 */
public final class JdbcPaymentJournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    JdbcPaymentJournalException(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
