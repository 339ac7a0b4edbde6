/**
 * Work for people: what a collector should do first.
 *
 * <pre>{@code
 * WorklistOptions options = WorklistOptions.standard().costing(TaskKind.CALL, Money.of("4.00", "EUR"));
 * Worklist worklist = Worklist.of(log, cases, plan, options);
 * for (WorkEntry entry : worklist.ofCollector("Nadia").entries("EUR")) {
 *     entry.tasks();        // why somebody has to call or to look
 *     entry.value();        // what that is worth: probability x collectable amount - cost
 * }
 * }</pre>
 */
@NullMarked
package io.receivables.dunning.work;

import org.jspecify.annotations.NullMarked;
