/**
 * The journal of payments in a database, see {@link io.receivables.payments.jdbc.JdbcPaymentJournal}:
 *
 * <pre>{@code
 * DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:./receivables", "sa", "");
 * PaymentDesk desk = PaymentDesk.with(JdbcPaymentJournal.open(dataSource), providers, options);
 * }</pre>
 *
 * <p>What is looked for is in columns, so that it can be found with SQL: which payment a provider calls so, and what
 * happened to it:
 *
 * <pre>{@code
 * select e.payment_id, e.event_number, e.kind, e.content
 * from payment_journal_name n join payment_journal_event e on e.payment_id = n.payment_id
 * where n.provider = 'interac' and n.name = 'CA1MRk2s7' order by e.event_number
 * }</pre>
 *
 * <p>The driver and the pool are the application's choice. With PostgreSQL, {@code flyway-database-postgresql} goes beside
 * {@code flyway-core}.
 */
@NullMarked
package io.receivables.payments.jdbc;

import org.jspecify.annotations.NullMarked;
