/**
 * The journal of dunning in a database, see {@link io.receivables.dunning.jdbc.JdbcJournal}:
 *
 * <pre>{@code
 * DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:./receivables", "sa", "");
 * DunningDesk desk = DunningDesk.over(JdbcJournal.open(dataSource), policies);
 * }</pre>
 *
 * <p>The tables are flat, so that events can be read with SQL: who was sent what, and when:
 *
 * <pre>{@code
 * select customer_id, event_date, letter_id, words as receipt
 * from dunning_event where kind = 'letter-sent' order by event_date
 * }</pre>
 *
 * <p>The driver and the pool are the application's choice. With PostgreSQL, {@code flyway-database-postgresql} goes beside
 * {@code flyway-core}. All of a journal is read through a cursor; on H2, whose driver otherwise collects a result before it
 * gives the first row, {@code LAZY_QUERY_EXECUTION=1} in the URL keeps large journals out of memory while they are read.
 */
@NullMarked
package io.receivables.dunning.jdbc;

import org.jspecify.annotations.NullMarked;
