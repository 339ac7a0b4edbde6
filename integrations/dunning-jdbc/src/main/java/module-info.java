/** The journal of dunning in a database: {@link io.receivables.dunning.jdbc.JdbcJournal}. */
@SuppressWarnings("requires-automatic") // the migration tool has no module descriptor
module io.receivables.dunning.jdbc {
    requires transitive io.receivables.dunning;
    requires transitive java.sql;
    requires flyway.core;
    requires static transitive org.jspecify;

    exports io.receivables.dunning.jdbc;
}
