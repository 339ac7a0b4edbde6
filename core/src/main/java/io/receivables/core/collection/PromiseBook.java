package io.receivables.core.collection;

import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the money that came to the promises that wait for it, day by day. */
final class PromiseBook {
    /** A promise and what it waits for. */
    private static final class Waiting {
        private final PromiseToPay promise;
        private final int items;
        private final LocalDate deadline;
        private final LocalDate cancelledFrom;
        private long missing;

        Waiting(PromiseToPay promise, int items, LocalDate deadline, LocalDate cancelledFrom) {
            this.promise = promise;
            this.items = items;
            this.deadline = deadline;
            this.cancelledFrom = cancelledFrom;
            this.missing = promise.amount().minorUnits();
        }

        boolean takesOn(LocalDate day) {
            return !day.isBefore(promise.date()) && !day.isAfter(deadline) && day.isBefore(cancelledFrom);
        }

        LocalDate payBy() {
            return promise.payBy();
        }

        int items() {
            return items;
        }
    }

    /** In which order promises are served. */
    private static final Comparator<Waiting> FIRST_DUE_FIRST = Comparator.comparing(Waiting::payBy)
            .thenComparingInt(Waiting::items)
            .thenComparing(waiting -> waiting.promise.date())
            .thenComparing(waiting -> waiting.promise.id());

    /** Money that came, and the promises that it may be for, in the order in which they are served. */
    private record Receipt(LocalDate day, String id, int instalment, long amount, List<Waiting> promises) {}

    private static final Comparator<Receipt> IN_ORDER =
            Comparator.comparing(Receipt::day).thenComparing(Receipt::id).thenComparing(Receipt::instalment);

    private record Account(String customerId, String currency) {}

    private final Ledger ledger;
    private final LedgerColumns columns;
    private final LocalDate asOf;
    private final List<Waiting> promises = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    PromiseBook(CollectionLog log, CollectionOptions options) {
        ledger = log.ledger();
        columns = ledger.columns();
        asOf = options.asOf();
        Map<Integer, List<Waiting>> byRow = new HashMap<>();
        Map<Account, List<Waiting>> byAccount = new HashMap<>();
        for (PromiseToPay promise : log.by(asOf, PromiseToPay.class)) {
            int[] rows = Items.rows(ledger, promise.items());
            Waiting waiting = new Waiting(
                    promise,
                    rows.length,
                    promise.payBy().plusDays(options.graceDays()),
                    log.cancelledFrom(Cancellation.Target.PROMISE, promise.id()));
            promises.add(waiting);
            for (int row : rows) {
                byRow.computeIfAbsent(row, each -> new ArrayList<>()).add(waiting);
            }
            if (promise.items().isEmpty()) {
                String currency = promise.amount().currency().getCurrencyCode();
                byAccount
                        .computeIfAbsent(new Account(promise.customerId(), currency), each -> new ArrayList<>())
                        .add(waiting);
            }
        }
        byRow.values().forEach(each -> each.sort(FIRST_DUE_FIRST));
        byAccount.values().forEach(each -> each.sort(FIRST_DUE_FIRST));
        byRow.forEach(this::applied);
        paid(byAccount);
        serve();
    }

    /** The cash applied to a row. */
    private void applied(int row, List<Waiting> waiting) {
        StandingCash.forEach(
                columns,
                row,
                epochDay(asOf),
                (day, amount) -> receipts.add(new Receipt(
                        LocalDate.ofEpochDay(day), columns.id(row), columns.instalment(row), amount, waiting)));
    }

    /** The payments of customers that did not go back. */
    private void paid(Map<Account, List<Waiting>> byAccount) {
        for (int row = 0; !byAccount.isEmpty() && row < columns.rows(); row++) {
            if (columns.kindCode(row) == ItemKind.PAYMENT.code() && columns.issueDay(row) <= epochDay(asOf)) {
                Account account = new Account(
                        columns.customers().get(columns.customer(row)).id(),
                        columns.currencies().get(columns.currency(row)).getCurrencyCode());
                List<Waiting> waiting = byAccount.get(account);
                if (waiting != null && !wentBack(row)) {
                    LocalDate day = LocalDate.ofEpochDay(columns.issueDay(row));
                    receipts.add(new Receipt(day, columns.id(row), 1, columns.amount(row), waiting));
                }
            }
        }
    }

    private boolean wentBack(int row) {
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            if (columns.settlementKindCode(s) == SettlementKind.RETURN.code()
                    && columns.settlementDay(s) <= epochDay(asOf)) {
                return true;
            }
        }
        return false;
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private void serve() {
        receipts.sort(IN_ORDER);
        for (Receipt receipt : receipts) {
            long left = receipt.amount;
            for (Waiting waiting : receipt.promises) {
                if (waiting.takesOn(receipt.day)) {
                    long taken = Math.min(left, waiting.missing);
                    waiting.missing -= taken;
                    left -= taken;
                }
            }
        }
    }

    List<PromiseState> states() {
        return promises.stream().map(this::state).toList();
    }

    private PromiseState state(Waiting waiting) {
        Money promised = waiting.promise.amount();
        Money missing = Money.ofMinor(waiting.missing, promised.currency());
        return new PromiseState(waiting.promise, waiting.deadline, status(waiting), promised.minus(missing), missing);
    }

    private PromiseState.Status status(Waiting waiting) {
        if (waiting.missing == 0) {
            return PromiseState.Status.KEPT;
        }
        boolean isCancelled = !waiting.cancelledFrom.isAfter(asOf) && !waiting.cancelledFrom.isAfter(waiting.deadline);
        if (isCancelled) {
            return PromiseState.Status.CANCELLED;
        }
        if (!asOf.isAfter(waiting.deadline)) {
            return PromiseState.Status.OPEN;
        }
        return waiting.missing < waiting.promise.amount().minorUnits()
                ? PromiseState.Status.PARTLY_KEPT
                : PromiseState.Status.BROKEN;
    }
}
