package io.receivables.dunning.jdbc;

import javax.sql.DataSource;

class H2JournalTest extends JdbcJournalContract {
    @Override
    DataSource newDatabase() {
        return Databases.h2();
    }

    @Override
    DataSource sharedDatabase() {
        return Databases.shared("h2", Databases::h2);
    }
}
