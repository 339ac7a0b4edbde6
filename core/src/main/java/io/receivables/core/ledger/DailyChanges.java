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

    /** The first of the currencies that there are sums of. */
    private final int firstCurrency;

    /**
     * By currency the documents of every day and then the other changes of every day. Dense, as the ledgers' days are; a
     * far-off date costs each currency 6 KB for each year in between.
     */
    final long[] sums;

    private final int[] firstDocument;
    private final int[] firstPayment;

    private DailyChanges(LedgerColumns columns, Span span, int firstCurrency, int currencies) {
        accounts = columns.accounts();
        firstDay = span.first;
        days = span.days();
        shift = new int[] {0, 0, 0, days};
        this.firstCurrency = firstCurrency;
        sums = new long[Math.multiplyExact(Math.multiplyExact(currencies, 2), days)];
        firstDocument = new int[columns.currencies().size()];
        firstPayment = new int[columns.currencies().size()];
        Arrays.fill(firstDocument, LedgerColumns.NEVER);
        Arrays.fill(firstPayment, LedgerColumns.NEVER);
    }

    private static DailyChanges none(LedgerColumns columns) {
        return new DailyChanges(
                columns, Span.of(columns.accounts()), 0, columns.currencies().size());
    }

    /** The days on which anything can have changed. */
    private static final class Span {
        private int first;
        private int last;

        private Span(int first, int last) {
            this.first = first;
            this.last = last;
        }

        static Span of(Accounts accounts) {
            return accounts.places() == 0 ? new Span(0, -1) : new Span(accounts.firstDay(), accounts.lastDay());
        }

        static Span ofAccount(Accounts accounts, int account) {
            Span span = new Span(Integer.MAX_VALUE, Integer.MIN_VALUE);
            for (int period = 0; period < accounts.periods(); period++) {
                int run = accounts.run(account, period);
                if (run >= 0) {
                    span.add(accounts, accounts.start(run), accounts.end(run));
                }
            }
            return span;
        }

        private void add(Accounts accounts, int from, int to) {
            for (int place = from; place < to; place++) {
                int end = accounts.settlementStart(place + 1);
                int issued = accounts.issueDay(place);
                int settled = end > accounts.settlementStart(place) ? accounts.settlementDay(end - 1) : issued;
                first = Math.min(first, Math.min(issued, accounts.originDay(place)));
                last = Math.max(last, Math.max(issued, settled));
            }
        }

        int days() {
            return Math.addExact(Math.subtractExact(last, first), 1);
        }
    }

    /**
     * Adds up the rows of a ledger.
     *
     * @throws ArithmeticException if the changes of a day exceed 64 bits
     */
    public static DailyChanges of(LedgerColumns columns, Workers workers) {
        int parts = columns.accounts().parts();
        DailyChanges all = none(columns);
        workers.gather(parts, () -> none(columns), DailyChanges::add).forEach(all::add);
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
     * Adds up the rows of one account: in its currency, over the days on which anything of it changed.
     *
     * @throws ArithmeticException if the changes of a day exceed 64 bits
     */
    public static DailyChanges ofAccount(LedgerColumns columns, int account) {
        Accounts accounts = columns.accounts();
        DailyChanges changes =
                new DailyChanges(columns, Span.ofAccount(accounts, account), accounts.currency(account), 1);
        for (int period = 0; period < accounts.periods(); period++) {
            accounts.addChangesOf(account, period, changes);
        }
        return changes;
    }

    private void add(int part) {
        for (int period = 0; period < accounts.periods(); period++) {
            accounts.addChanges(period, part, this);
        }
    }

    int issuedAt(int currency) {
        return 2 * (currency - firstCurrency) * days;
    }

    int settledAt(int currency) {
        return issuedAt(currency) + days;
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

    /** Whether a currency has no rows; of an account, that holds for all but one. */
    private boolean isIdle(int currency) {
        return firstRow(currency) == LedgerColumns.NEVER;
    }

    /**
     * Invoices and debit notes less credit notes that were issued, day by day.
     *
     * @param currency index into {@link LedgerColumns#currencies()}
     */
    public long[] documents(int currency) {
        return isIdle(currency)
                ? new long[days]
                : Arrays.copyOfRange(sums, issuedAt(currency), issuedAt(currency) + days);
    }

    /**
     * By how much the receivables rose at the end of each day.
     *
     * @param currency index into {@link LedgerColumns#currencies()}
     */
    public long[] receivables(int currency) {
        long[] changes = documents(currency);
        if (!isIdle(currency)) {
            Arrays.setAll(changes, day -> Math.addExact(changes[day], sums[settledAt(currency) + day]));
        }
        return changes;
    }
}
