/** The journal of payments in a database: {@link io.receivables.payments.jdbc.JdbcPaymentJournal}. */
@SuppressWarnings("requires-automatic") // the migration tool has no module descriptor
module io.receivables.payments.jdbc {
    requires transitive io.receivables.payments.desk;
    requires transitive java.sql;
    requires com.fasterxml.jackson.databind;
    requires flyway.core;
    requires static transitive org.jspecify;

    exports io.receivables.payments.jdbc;
}
