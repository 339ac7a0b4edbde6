/**
 * What applications call when a run's proposals become real: a {@link io.receivables.dunning.desk.DunningJournal} keeps what
 * happened for good, a {@link io.receivables.dunning.desk.DunningDesk} accepts letters, has them sent, and takes what people
 * and providers tell.
 *
 * <p>A day of dunning:
 *
 * <pre>{@code
 * DunningJournal journal = new InMemoryJournal();          // or one in a database: receivables-dunning-jdbc
 * DunningDesk desk = DunningDesk.over(journal, policies);
 * DunningOptions today = DunningOptions.standard(LocalDate.parse("2026-05-04"));
 *
 * desk.resume(sender, today.date());                       // what became of letters if the last process broke off
 * DunningPlan plan = DunningRun.plan(log, journal.cases(), policies, today);
 * Acceptance acceptance = desk.accept(plan);               // or with an Approval: some, edited, postponed, skipped
 * Dispatch dispatch = desk.dispatch(sender, log, today);   // withdraws what was paid meanwhile, sends the rest
 * }</pre>
 *
 * <p>The {@link io.receivables.dunning.desk.LetterSender} is the application's: it writes the letter, gives it to whoever
 * delivers it together with the letter's key, and says whether it went out. Each letter goes out once although the process
 * may die at any moment and several may run at once, since the journal is told that sending begins before the sender is
 * called, and only one of several can tell it; where nobody knows how an attempt ended, the sender is asked, and then a
 * person.
 */
@NullMarked
package io.receivables.dunning.desk;

import org.jspecify.annotations.NullMarked;
