package io.receivables.core.ledger;

import java.util.Arrays;

/**
 * What changed the receivables, by currency and day, in minor units: documents issued, and apart from them payments
 * received and settlements. Days are epoch days; a settlement given for a day before its row was issued counts from the
 * issue day on.
 */
public final class DailyChanges {
    private final Accounts accounts;

    /** By {@link ItemKind#code()}, how far from the sums of documents issued those are that a row's size belongs to. */
    final int[] shift;

    final int firstDay;
    final int days;

    /**
     * By currency the documents of every day and then the other changes of every day. Dense, as the ledgers' days are; a
     * far-off date costs each currency 6 KB for each year in between.
     */
    final long[] sums;

    private final int[] firstDocument;
    private final int[] firstPayment;

    private DailyChanges(LedgerColumns columns) {
        accounts = columns.accounts();
        boolean none = accounts.places() == 0;
        firstDay = none ? 0 : accounts.firstDay();
        days = none ? 0 : Math.addExact(Math.subtractExact(accounts.lastDay(), firstDay), 1);
        shift = new int[] {0, 0, 0, days};
        int currencies = columns.currencies().size();
        sums = new long[Math.multiplyExact(Math.multiplyExact(currencies, 2), days)];
        firstDocument = new int[currencies];
        firstPayment = new int[currencies];
        Arrays.fill(firstDocument, LedgerColumns.NEVER);
        Arrays.fill(firstPayment, LedgerColumns.NEVER);
    }

    /**
     * Adds up the rows of a ledger.
     *
     * @throws ArithmeticException if the changes of a day exceed 64 bits
     */
    public static DailyChanges of(LedgerColumns columns, Workers workers) {
        int parts = columns.accounts().parts();
        DailyChanges all = new DailyChanges(columns);
        workers.gather(parts, () -> new DailyChanges(columns), DailyChanges::add)
                .forEach(all::add);
        return all;
    }

    private void add(DailyChanges more) {
        Arrays.setAll(sums, i -> Math.addExact(sums[i], more.sums[i]));
        for (int c = 0; c < firstDocument.length; c++) {
            beginBy(c, more.firstDocument[c], more.firstPayment[c]);
        }
    }

    void beginBy(int currency, int document, int payment) {
        firstDocument[currency] = Math.min(firstDocument[currency], document);
        firstPayment[currency] = Math.min(firstPayment[currency], payment);
    }

    /**
     * Adds up the rows of one account.
     *
     * @throws ArithmeticException if the changes of a day exceed 64 bits
     */
    public static DailyChanges ofAccount(LedgerColumns columns, int account) {
        DailyChanges changes = new DailyChanges(columns);
        for (int period = 0; period < changes.accounts.periods(); period++) {
            changes.accounts.addChangesOf(account, period, changes);
        }
        return changes;
    }

    private void add(int part) {
        for (int period = 0; period < accounts.periods(); period++) {
            accounts.addChanges(period, part, this);
        }
    }

    int issuedAt(int currency) {
        return 2 * currency * days;
    }

    int settledAt(int currency) {
        return (2 * currency + 1) * days;
    }

    /** The first day that anything can have changed on. */
    public int firstDay() {
        return firstDay;
    }

    /** The number of days from the first to the last that anything can have changed on. */
    public int days() {
        return days;
    }

    /** The first day of a document of a currency, or {@link LedgerColumns#NEVER}. */
    public int firstDocument(int currency) {
        return firstDocument[currency];
    }

    /** The first day of any row of a currency, or {@link LedgerColumns#NEVER}. */
    public int firstRow(int currency) {
        return Math.min(firstDocument[currency], firstPayment[currency]);
    }

    /**
     * Invoices and debit notes less credit notes that were issued, day by day.
     *
     * @param currency index into {@link LedgerColumns#currencies()}
     */
    public long[] documents(int currency) {
        return Arrays.copyOfRange(sums, issuedAt(currency), issuedAt(currency) + days);
    }

    /**
     * By how much the receivables rose at the end of each day.
     *
     * @param currency index into {@link LedgerColumns#currencies()}
     */
    public long[] receivables(int currency) {
        long[] changes = documents(currency);
        Arrays.setAll(changes, day -> Math.addExact(changes[day], sums[settledAt(currency) + day]));
        return changes;
    }
}
