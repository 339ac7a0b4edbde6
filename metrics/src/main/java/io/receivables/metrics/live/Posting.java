package io.receivables.metrics.live;

import io.receivables.core.Allocation;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import org.jspecify.annotations.Nullable;

/**
 * Posts the ordinary facts: those that take effect by today, fit, deserve no warning, and change the effect of no other.
 *
 * <p>Facts that only take amounts out of an item of one row do not depend on their order, as long as all of them fit
 * together: whatever was left out, warned of, divided among instalments or is yet to come would, and is derived instead
 * ({@link Derivation}). A reversal gives an amount back as of its day; from then on only what is dated on that day or later
 * may be taken without looking at the other facts.
 */
final class Posting {
    private final FactGraph graph;
    private final Book book;
    private final Stamp stamp;

    Posting(FactGraph graph, Book book, Stamp stamp) {
        this.graph = graph;
        this.book = book;
        this.stamp = stamp;
    }

    /** Posts a fact that the graph knows already, or leaves everything as it is and gives false. */
    boolean post(int number, FactKind kind, Fact fact) {
        int day = Days.of(fact.date());
        if (day > book.day() || isAwaited(number)) {
            return false;
        }
        return switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> issue(number, (Document) fact, day);
            case PAYMENT -> receive(number, (Payment) fact, day);
            case ALLOCATION -> allocate(number, (Allocation) fact, day);
            case REFUND -> settle(graph.target(number, 0), false, ((Refund) fact).amount(), day);
            case WRITE_OFF -> writeOff(number, (WriteOff) fact, day);
            case REVERSAL -> reverse(number, (Reversal) fact, day);
            case DISPUTE -> contest(number, (Dispute) fact, day);
            case DISPUTE_RESOLUTION -> resolve(number, (DisputeResolution) fact, day);
        };
    }

    /** Whether facts that came before refer to it. */
    private boolean isAwaited(int number) {
        return graph.lastReference(number) != FactGraph.NONE;
    }

    // ---- documents and payments

    private boolean issue(int number, Document document, int day) {
        book.reserve(document.instalments().size(), stamp);
        stamp.begin();
        graph.setFirstRow(number, book.issue(document, day));
        stamp.end();
        if (document.instalments().size() > 1) {
            graph.setDerived(number, true); // which of them a fact settles depends on the others
        }
        return true;
    }

    private boolean receive(int number, Payment payment, int day) {
        book.reserve(1, stamp);
        stamp.begin();
        graph.setFirstRow(number, book.receive(payment, day));
        stamp.end();
        return true;
    }

    // ---- what takes amounts out of items

    private boolean allocate(int number, Allocation allocation, int day) {
        int source = graph.target(number, 0);
        int target = graph.target(number, 1);
        Money amount = allocation.amount();
        if (allocation.instalment() > 1
                || !holds(source, false, amount, day)
                || !holds(target, true, amount, day)
                || book.account(graph.firstRow(source)) != book.account(graph.firstRow(target))) {
            return false;
        }
        stamp.begin();
        book.settle(graph.firstRow(source), amount.minorUnits());
        book.settle(graph.firstRow(target), amount.minorUnits());
        stamp.end();
        return true;
    }

    private boolean writeOff(int number, WriteOff writeOff, int day) {
        return writeOff.instalment() <= 1 && settle(graph.target(number, 0), true, writeOff.amount(), day);
    }

    private boolean settle(int item, boolean debit, Money amount, int day) {
        if (!holds(item, debit, amount, day)) {
            return false;
        }
        stamp.begin();
        book.settle(graph.firstRow(item), amount.minorUnits());
        stamp.end();
        return true;
    }

    /** Whether an item of one row and side holds an amount on a day, whatever other facts there are about it. */
    private boolean holds(int item, boolean debit, Money amount, int day) {
        if (!graph.isOrdinary(item)) {
            return false;
        }
        int row = graph.firstRow(item);
        return book.isDebit(row) == debit
                && book.issueDay(row) <= day
                && book.releasedDay(row) <= day
                && amount.minorUnits() <= book.open(row)
                && book.currency(row).equals(amount.currency());
    }

    // ---- reversals

    private boolean reverse(int number, Reversal reversal, int day) {
        int target = graph.target(number, 0);
        if (!isInForce(target, day)) {
            return false;
        }
        return reversal.target() == Reversal.Target.PAYMENT ? returnPayment(target, day) : undo(target, day);
    }

    /** Whether an ordinary fact took effect by a day and was not ended. */
    private boolean isInForce(int number, int day) {
        return graph.isOrdinary(number) && !graph.isEnded(number) && graph.effectiveDay(number) <= day;
    }

    private boolean undo(int allocation, int day) {
        Allocation undone = (Allocation) graph.requireFact(allocation);
        int source = graph.target(allocation, 0);
        if (graph.isEnded(source)) {
            return false;
        }
        stamp.begin();
        book.release(graph.firstRow(source), undone.amount().minorUnits(), day);
        book.release(
                graph.firstRow(graph.target(allocation, 1)), undone.amount().minorUnits(), day);
        graph.end(allocation);
        stamp.end();
        return true;
    }

    /** Gives back what a payment settled, and takes the payment out. */
    private boolean returnPayment(int payment, int day) {
        for (int each = lastBut(payment); each != FactGraph.NONE; each = graph.nextReference(each)) {
            int referrer = FactGraph.referrer(each);
            if (graph.requireFact(referrer).kind() != FactKind.ALLOCATION || !isInForce(referrer, day)) {
                return false; // what was refunded deserves a warning; an earlier reversal or a later allocation a
                // refusal
            }
        }
        stamp.begin();
        for (int each = lastBut(payment); each != FactGraph.NONE; each = graph.nextReference(each)) {
            int allocation = FactGraph.referrer(each);
            Money amount = ((Allocation) graph.requireFact(allocation)).amount();
            book.release(graph.firstRow(graph.target(allocation, 1)), amount.minorUnits(), day);
            graph.end(allocation);
        }
        int row = graph.firstRow(payment);
        book.settle(row, book.open(row));
        graph.end(payment);
        stamp.end();
        return true;
    }

    /** The latest reference to a fact but for the one that was added just now. */
    private int lastBut(int number) {
        return graph.nextReference(graph.lastReference(number));
    }

    // ---- disputes

    private boolean contest(int number, Dispute dispute, int day) {
        int target = graph.target(number, 0);
        Money amount = dispute.amount().orElse(null);
        if (!graph.isOrdinary(target)
                || !book.isDebit(graph.firstRow(target))
                || day < book.issueDay(graph.firstRow(target))
                || (amount != null && !isPartOf(amount, document(target).gross()))) {
            return false;
        }
        contest(target);
        return true;
    }

    private Document document(int number) {
        return (Document) graph.requireFact(number);
    }

    private static boolean isPartOf(Money amount, Money size) {
        return amount.currency().equals(size.currency()) && amount.compareTo(size) <= 0;
    }

    private boolean resolve(int number, DisputeResolution resolution, int day) {
        int dispute = graph.target(number, 0);
        if (!isInForce(dispute, day)) {
            return false;
        }
        int target = graph.target(dispute, 0);
        Money conceded = resolution.conceded().orElse(null);
        if (conceded != null
                && !conceded.currency().equals(document(target).gross().currency())) {
            return false;
        }
        graph.end(dispute);
        contest(target);
        return true;
    }

    /** Adds up the disputes of a document that are not resolved. */
    private void contest(int document) {
        long size = document(document).gross().minorUnits();
        long contested = 0;
        for (int each = graph.lastReference(document); each != FactGraph.NONE; each = graph.nextReference(each)) {
            int referrer = FactGraph.referrer(each);
            if (graph.fact(referrer) instanceof Dispute dispute && !graph.isEnded(referrer)) {
                contested = addUpTo(size, contested, dispute.amount().orElse(null));
            }
        }
        stamp.begin();
        book.contest(graph.firstRow(document), contested);
        stamp.end();
    }

    private static long addUpTo(long size, long contested, @Nullable Money further) {
        return further == null || further.minorUnits() >= size - contested ? size : contested + further.minorUnits();
    }
}
