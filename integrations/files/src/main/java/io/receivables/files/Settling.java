package io.receivables.files;

import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.core.ledger.SettlementKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Applies payments to some documents. Several of these work side by side, each on documents of its own; what is odd is only
 * noted, and told when all are done.
 */
final class Settling {
    /** In the place of a payment, where there is none. */
    static final int NO_PAYMENT = -1;

    /** What may be odd, by the numbers under which it is noted. */
    private static final List<LedgerProblem> CODES = List.of(
            LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
            LedgerProblem.OTHER_CUSTOMER,
            LedgerProblem.OVERPAYMENT,
            LedgerProblem.BEFORE_ITS_TARGET);

    /** What is odd about a payment of a document, or about a document. */
    interface Telling {
        void tell(LedgerProblem code, int document, int payment);
    }

    private final DocumentColumns documents;
    private final DocumentCells cells;
    private final PaymentColumns stated;
    private final PaymentList payments;
    private final boolean keepingPayments;
    private final SettlementColumns settlements;
    private int next;

    /** Payments that get a row. */
    private final IntList unapplied = new IntList(0);
    /** What of a payment exceeds its document. */
    private final Map<Integer, Long> excess = new HashMap<>();
    /** The code, the document and the payment of each finding. */
    private final IntList findings = new IntList(0);
    /** The days and, in the lower half, the numbers of a document's payments. */
    private long[] paid = new long[4];

    /**
     * @param next where the settlements of the documents start
     */
    Settling(
            DocumentColumns documents,
            PaymentColumns stated,
            boolean keepingPayments,
            SettlementColumns settlements,
            int next) {
        this.documents = documents;
        this.stated = stated;
        this.keepingPayments = keepingPayments;
        this.settlements = settlements;
        this.next = next;
        cells = documents.cells;
        payments = new PaymentList(stated, documents);
    }

    /** Settles documents, from one row up to another; returns where their settlements end. */
    int settle(int from, int to) {
        for (int document = from; document < to; document++) {
            settlements.starts[document] = next;
            if (!documents.isDropped(document)) {
                settle(document);
            }
        }
        return next;
    }

    private void settle(int document) {
        int settledDay = cells.settledDay(document);
        if (!documents.isDebit(document)) {
            if (settledDay != DocumentCells.NOT_SETTLED) {
                refund(document, settledDay);
            }
            return;
        }
        int first = stated.start(document);
        int end = stated.start(document + 1);
        if (end - first == 1
                && settledDay == DocumentCells.NOT_SETTLED
                && !stated.isDropped(stated.ofDocument(first))) {
            apply(document, stated.ofDocument(first), cells.amount[document]);
        } else if (end > first || settledDay != DocumentCells.NOT_SETTLED) {
            settle(document, first, end, settledDay);
        }
    }

    /** Several payments are applied in the order of their days, then of their identifiers. */
    private void settle(int document, int first, int end, int settledDay) {
        int count = 0;
        paid = paid.length > end - first ? paid : new long[2 * (end - first)];
        for (int i = first; i < end; i++) {
            if (!stated.isDropped(stated.ofDocument(i))) {
                paid[count++] = dayAndNumber(stated.ofDocument(i));
            }
        }
        if (settledDay != DocumentCells.NOT_SETTLED) {
            count = imply(document, settledDay, count);
        }
        Arrays.sort(paid, 0, count);
        sortSameDays(count);
        long open = cells.amount[document];
        for (int i = 0; i < count; i++) {
            open = apply(document, (int) paid[i], open);
        }
    }

    private long dayAndNumber(int payment) {
        return (long) payments.day(payment) << Integer.SIZE | payment;
    }

    private static int day(long dayAndNumber) {
        return (int) (dayAndNumber >> Integer.SIZE);
    }

    /** Sorts the payments of each day by their identifiers. */
    private void sortSameDays(int count) {
        int first = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || day(paid[i]) != day(paid[first])) {
                if (i - first > 1) {
                    Comparator<Long> byId = Comparator.comparing(each -> payments.id((int) (long) each));
                    long[] sorted = Arrays.stream(paid, first, i)
                            .boxed()
                            .sorted(byId)
                            .mapToLong(Long::longValue)
                            .toArray();
                    System.arraycopy(sorted, 0, paid, first, sorted.length);
                }
                first = i;
            }
        }
    }

    /** Adds a payment of what the others have left open by a day; returns how many there are then. */
    private int imply(int document, int settledDay, int count) {
        int latest = Math.max(settledDay, cells.issueDay[document]);
        long left = cells.amount[document];
        for (int i = 0; i < count; i++) {
            left -= day(paid[i]) <= latest ? payments.amount((int) paid[i]) : 0;
        }
        if (left <= 0) {
            return count;
        }
        String id = stated.newId(documents.impliedId(document));
        paid[count] = dayAndNumber(payments.add(new PaymentList.Implied(document, id, settledDay, left)));
        return count + 1;
    }

    /** Applies a payment as far as it reaches; returns what is still open. */
    private long apply(int document, int payment, long open) {
        int day = payments.day(payment);
        boolean early = day < cells.issueDay[document];
        long applied = Math.min(open, payments.amount(payment));
        long rest = payments.amount(payment) - applied;
        if (applied > 0) {
            settle(Math.max(day, cells.issueDay[document]), applied, SettlementKind.CASH);
            if (early) {
                note(LedgerProblem.PAYMENT_BEFORE_DOCUMENT, document, payment);
            }
            if (payments.customer(payment) != cells.customer[document]) {
                note(LedgerProblem.OTHER_CUSTOMER, document, payment);
            }
        }
        if (rest > 0) {
            excess.put(payment, rest);
            note(LedgerProblem.OVERPAYMENT, document, payment);
        }
        if (early || rest > 0 || keepingPayments) {
            unapplied.add(payment);
        }
        return open - applied;
    }

    /** A credit note that is settled was paid out. */
    private void refund(int document, int settledDay) {
        if (cells.kind[document] == ItemKind.CREDIT_NOTE.code() && cells.amount[document] > 0) {
            settle(Math.max(settledDay, cells.issueDay[document]), cells.amount[document], SettlementKind.REFUND);
            if (settledDay < cells.issueDay[document]) {
                note(LedgerProblem.BEFORE_ITS_TARGET, document, NO_PAYMENT);
            }
        }
    }

    private void settle(int day, long minorUnits, SettlementKind kind) {
        settlements.set(next++, day, minorUnits, kind);
    }

    private void note(LedgerProblem code, int document, int payment) {
        findings.add(CODES.indexOf(code));
        findings.add(document);
        findings.add(payment);
    }

    // ---- the results, with the payments numbered as in another list

    /** The implied payments. */
    PaymentList payments() {
        return payments;
    }

    /** Goes through the payments that get a row, and what of each exceeds its document. */
    void forUnapplied(IntUnaryOperator renumbered, Unapplied taker) {
        for (int i = 0; i < unapplied.size(); i++) {
            int payment = unapplied.get(i);
            taker.take(renumbered.applyAsInt(payment), excess.getOrDefault(payment, 0L));
        }
    }

    /** Takes a payment that gets a row. */
    interface Unapplied {
        void take(int payment, long excess);
    }

    /** Tells what is odd, in the order of the documents. */
    void tell(IntUnaryOperator renumbered, Telling telling) {
        for (int i = 0; i < findings.size(); i += 3) {
            int payment = findings.get(i + 2);
            telling.tell(
                    CODES.get(findings.get(i)),
                    findings.get(i + 1),
                    payment == NO_PAYMENT ? payment : renumbered.applyAsInt(payment));
        }
    }
}
