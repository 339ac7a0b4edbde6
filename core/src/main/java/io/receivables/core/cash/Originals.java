package io.receivables.core.cash;

import io.receivables.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the payment that came back. */
final class Originals {
    /**
     * What the reference of a return may be at the original, the surest first: the payer's end-to-end id; the bank's own
     * reference of the original, which it repeats in one place or another; at last the mandate, which many payments share.
     */
    private static final List<Map.Entry<BankReference, BankReference>> WAYS = List.of(
            Map.entry(BankReference.UETR, BankReference.UETR),
            Map.entry(BankReference.END_TO_END, BankReference.END_TO_END),
            Map.entry(BankReference.PART, BankReference.SERVICER),
            Map.entry(BankReference.PART, BankReference.PART),
            Map.entry(BankReference.SERVICER, BankReference.SERVICER),
            Map.entry(BankReference.TRANSACTION, BankReference.TRANSACTION),
            Map.entry(BankReference.CHEQUE, BankReference.CHEQUE),
            Map.entry(BankReference.MANDATE, BankReference.MANDATE));

    /** The original, or why there is none. */
    record Answer(@Nullable BookedLine original, @Nullable Problem why) {
        Problem problem() {
            if (why == null) {
                throw new IllegalStateException("there is an original, so nothing is wrong");
            }
            return why;
        }
    }

    private final CashBook.Index book;

    Originals(CashBook.Index book) {
        this.book = book;
    }

    boolean isKnown(BankLine line) {
        return of(line).original() != null;
    }

    Answer of(BankLine line) {
        @Nullable Answer first = null;
        for (Map.Entry<BankReference, BankReference> way : WAYS) {
            String value = line.reference(way.getKey()).orElse("");
            List<BookedLine> named = book.receipts(way.getValue(), value).stream()
                    .filter(receipt ->
                            receipt.key().account().equals(line.account().key()))
                    .toList();
            if (!named.isEmpty()) {
                Answer answer = among(named, line);
                if (answer.original() != null) {
                    return answer;
                }
                first = first == null ? answer : first;
            }
        }
        return first != null
                ? first
                : new Answer(
                        null,
                        Problem.of(
                                CashProblem.ORIGINAL_UNKNOWN,
                                Problem.VALUE,
                                line.principal().negated(),
                                "references",
                                line.references().values()));
    }

    private Answer among(List<BookedLine> named, BankLine line) {
        List<BookedLine> standing = named.stream()
                .filter(receipt -> !book.isReturned(receipt.paymentId()))
                .toList();
        List<BookedLine> equal = standing.stream()
                .filter(receipt -> receipt.principal().equals(line.principal().negated()))
                .toList();
        if (equal.size() == 1) {
            return new Answer(equal.get(0), null);
        }
        Problem problem = equal.size() > 1
                ? problem(CashProblem.SEVERAL_ORIGINALS, line, equal)
                : problem(
                        standing.isEmpty() ? CashProblem.RETURNED_BEFORE : CashProblem.RETURN_DIFFERS,
                        line,
                        standing.isEmpty() ? named : standing);
        return new Answer(null, problem);
    }

    private static Problem problem(CashProblem code, BankLine line, List<BookedLine> named) {
        return Problem.of(
                code,
                Problem.VALUE,
                line.principal().negated(),
                "payments",
                named.stream().map(BookedLine::paymentId).collect(Collectors.joining(", ")),
                "paid",
                named.stream().map(receipt -> receipt.principal().toString()).collect(Collectors.joining(", ")));
    }
}
