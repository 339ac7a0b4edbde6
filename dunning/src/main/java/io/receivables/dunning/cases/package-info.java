/**
 * Cases: what has been done about each open item so far. A case is one instalment of a document; its history is what
 * dunning recorded ({@link io.receivables.dunning.cases.DunningEvent}) together with the facts of the ledger and of the
 * collection, and its state follows from that history through one table of moves.
 */
@NullMarked
package io.receivables.dunning.cases;

import org.jspecify.annotations.NullMarked;
