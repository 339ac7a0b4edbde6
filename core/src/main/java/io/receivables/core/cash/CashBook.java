package io.receivables.core.cash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bank lines that were taken so far: what keeps one booking from counting twice, and tells what comes back. It is a value;
 * an application stores {@link #lines()} with the facts of a run, in one transaction, and makes it again with {@link #of}.
 */
public final class CashBook {
    private static final CashBook EMPTY = new CashBook(List.of());

    private final List<BookedLine> lines;

    private CashBook(List<BookedLine> lines) {
        this.lines = lines;
    }

    /** Nothing was taken yet. */
    public static CashBook empty() {
        return EMPTY;
    }

    /** The lines taken by earlier runs, in any order. */
    public static CashBook of(Collection<BookedLine> lines) {
        return new CashBook(List.copyOf(lines));
    }

    /** All lines taken. */
    public List<BookedLine> lines() {
        return lines;
    }

    /** This book with the lines of a further run. */
    public CashBook with(Collection<BookedLine> further) {
        List<BookedLine> all = new ArrayList<>(lines);
        all.addAll(further);
        return of(all);
    }

    /** The same lines, to look up and to add to. */
    Index index() {
        return new Index(lines);
    }

    /** A book while a run goes on. */
    static final class Index {
        private record Occurrence(LineKey key, int number) {}

        private record Named(BankReference kind, String value) {}

        private final Map<Occurrence, BookedLine> taken = new HashMap<>();
        /** Sums of which parts were taken. */
        private final Set<Occurrence> divided = new HashSet<>();

        private final Map<Named, List<BookedLine>> receipts = new HashMap<>();
        private final Set<String> returnedPayments = new HashSet<>();

        private Index(List<BookedLine> lines) {
            lines.forEach(this::add);
        }

        void add(BookedLine line) {
            taken.put(new Occurrence(line.key(), line.occurrence()), line);
            if (line.key().part() > 0) {
                divided.add(new Occurrence(line.key().whole(), line.occurrence()));
            }
            if (line.paymentId().isEmpty()) {
                return;
            }
            if (line.isReceipt()) {
                line.references()
                        .forEach((kind, value) -> receipts.computeIfAbsent(
                                        new Named(kind, value), named -> new ArrayList<>(1))
                                .add(line));
            } else {
                returnedPayments.add(line.paymentId());
            }
        }

        Optional<BookedLine> find(LineKey key, int occurrence) {
            return Optional.ofNullable(taken.get(new Occurrence(key, occurrence)));
        }

        /** Whether parts of this sum were taken. */
        boolean isDivided(LineKey sum, int occurrence) {
            return divided.contains(new Occurrence(sum, occurrence));
        }

        /** The payments that carry a reference. */
        List<BookedLine> receipts(BankReference kind, String value) {
            return receipts.getOrDefault(new Named(kind, value), List.of());
        }

        boolean isReturned(String paymentId) {
            return returnedPayments.contains(paymentId);
        }
    }
}
