package io.receivables.payments.jdbc;

import javax.sql.DataSource;

/** On a real server, which this test starts and stops; skipped where it cannot start. */
class PostgresPaymentJournalTest extends JdbcPaymentJournalContract {
    @Override
    DataSource newDatabase() {
        return Databases.postgres();
    }

    @Override
    DataSource sharedDatabase() {
        return Databases.shared("postgres", Databases::postgres);
    }
}
