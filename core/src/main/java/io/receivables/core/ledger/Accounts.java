package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a ledger by account. An account is what one customer has in one currency. Rows stand in <em>places</em>, and
 * this is how the columns are kept:
 *
 * <ul>
 *   <li>Rows are cut into {@link #periods} by when they were settled: first those that are not, or were last. What is
 *       open at the end of a day is in the periods with a {@link #settledBy} day after it.
 *   <li>Within a period the rows of an account stand together, in a <em>run</em>; what was settled last comes first,
 *       and what never was is in an order of its own, see {@link Standing}. Customer and currency are the same for all places of a run.
 *   <li>Accounts are cut into {@link #parts} of about as many rows each, one task for {@link Workers} apiece. The parts are
 *       the same for any number of threads, and no account is in two of them.
 * </ul>
 *
 * <p>So a pass over what is open reads memory in its order, and little else:
 *
 * <pre>{@code
 * for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > day; period++) {
 *     for (int run = accounts.firstRun(period, part); run < accounts.endRun(period, part); run++) {
 *         for (int place = accounts.start(run); place < accounts.end(run); place++) {
 *             open[accounts.account(run)] += accounts.openAt(place, day);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Accounts are in the order of the customers' index, then of the currencies'. What the columns mean, and their units, is
 * told in {@link LedgerColumns}, which has the same by row.
 */
public final class Accounts {
    private static final byte LAST_DEBIT = ItemKind.DEBIT_NOTE.code();

    private static final byte PAYMENT = ItemKind.PAYMENT.code();

    /** By {@link ItemKind#code()}. */
    private static final int[] SIGNS = {1, 1, -1, -1};

    private final int[] customer;
    private final byte[] currency;
    private final int[] partStart;
    private final int[] settledBy;
    private final int[] runAccount;
    private final int[] runStart;
    private final int[] firstRun;
    private final int[] row;
    private final byte @Nullable [] kind;
    private final PackedDays issueDay;
    private final PackedDays dueDay;
    private final @Nullable PackedDays postingDay;
    private final @Nullable PackedDays originDay;
    private final @Nullable PackedDays recordedDay;
    private final PackedDays settledFrom;
    private final PackedAmounts amount;
    private final @Nullable PackedAmounts tax;
    private final int @Nullable [] instalment;
    private final int[] settlementStart;
    private final PackedDays settlementDay;
    private final PackedAmounts settlementAmount;
    private final byte @Nullable [] settlementKind;
    private final @Nullable PackedDays settlementRecordedDay;
    private final int @Nullable [] disputeStart;
    private final int[] disputeFrom;
    private final int[] disputeTo;
    private final long[] disputeAmount;
    private final int[] firstIssue;
    private final int[] firstDocument;
    private final Standing standing;

    Accounts(AccountsBuilder from, Workers workers) {
        customer = from.customer;
        currency = from.currency;
        partStart = from.partStart;
        settledBy = from.settledBy;
        runAccount = from.runAccount;
        runStart = from.runStart;
        firstRun = from.firstRun;
        row = from.row;
        kind = from.kind;
        issueDay = from.issueDay;
        dueDay = from.dueDay;
        postingDay = from.postingDay;
        originDay = from.originDay;
        recordedDay = from.recordedDay;
        settledFrom = from.settledFrom;
        amount = from.amount;
        tax = from.tax;
        instalment = from.instalment;
        settlementStart = from.settlementStart;
        settlementDay = from.settlementDay;
        settlementAmount = from.settlementAmount;
        settlementKind = from.settlementKind;
        settlementRecordedDay = from.settlementRecordedDay;
        disputeStart = from.disputeFrom.length == 0 ? null : from.disputeStart;
        disputeFrom = from.disputeFrom;
        disputeTo = from.disputeTo;
        disputeAmount = from.disputeAmount;
        firstIssue = new int[customer.length];
        firstDocument = new int[customer.length];
        workers.each(parts(), this::findFirstDays);
        standing = new Standing(this, workers);
    }

    private void findFirstDays(int part) {
        Arrays.fill(firstIssue, firstAccount(part), firstAccount(part + 1), LedgerColumns.NEVER);
        Arrays.fill(firstDocument, firstAccount(part), firstAccount(part + 1), LedgerColumns.NEVER);
        eachRun(part, (account, from, to) -> {
            int any = firstIssue[account];
            int document = firstDocument[account];
            for (int place = from; place < to; place++) {
                int issued = issueDay.get(place);
                any = Math.min(any, issued);
                document = kindCode(place) == PAYMENT ? document : Math.min(document, issued);
            }
            firstIssue[account] = any;
            firstDocument[account] = document;
        });
    }

    /** The number of accounts. */
    public int count() {
        return customer.length;
    }

    /** Index into {@link LedgerColumns#customers()}. */
    public int customer(int account) {
        return customer[account];
    }

    /** Index into {@link LedgerColumns#currencies()}. */
    public int currency(int account) {
        return Byte.toUnsignedInt(currency[account]);
    }

    /** The earliest day on which anything of an account was issued. */
    public int firstIssue(int account) {
        return firstIssue[account];
    }

    /** The issue day of an account's first document; {@link LedgerColumns#NEVER} if it has but payments. */
    public int firstDocument(int account) {
        return firstDocument[account];
    }

    /** The number of parts that the accounts are cut into. */
    public int parts() {
        return partStart.length - 1;
    }

    /** The first account of a part; {@code firstAccount(part + 1)} is the account after its last. */
    public int firstAccount(int part) {
        return partStart[part];
    }

    /** The number of periods. */
    public int periods() {
        return settledBy.length;
    }

    /** The last settled-from day of a period; it falls from period to period. */
    public int settledBy(int period) {
        return settledBy[period];
    }

    /** The first run of a part in a period. */
    public int firstRun(int period, int part) {
        return firstRun[period * parts() + part];
    }

    /** The run after the last one of a part in a period. */
    public int endRun(int period, int part) {
        return firstRun[period * parts() + part + 1];
    }

    /** The run of an account in a period; below zero if it has none. */
    public int run(int account, int period) {
        int part = Arrays.binarySearch(partStart, account);
        part = part >= 0 ? part : -part - 2;
        return Arrays.binarySearch(runAccount, firstRun(period, part), endRun(period, part), account);
    }

    /** The account of a run. */
    public int account(int run) {
        return runAccount[run];
    }

    /** The first place of a run. */
    public int start(int run) {
        return runStart[run];
    }

    /** The place after the last one of a run. */
    public int end(int run) {
        return runStart[run + 1];
    }

    /** Gives all runs of a part, of whatever period. */
    public void eachRun(int part, RunConsumer consumer) {
        for (int period = 0; period < settledBy.length; period++) {
            for (int run = firstRun(period, part); run < endRun(period, part); run++) {
                consumer.accept(runAccount[run], runStart[run], runStart[run + 1]);
            }
        }
    }

    /** Gives all runs, of whatever part and period. */
    public void eachRun(RunConsumer consumer) {
        eachRunBefore(runAccount.length, consumer);
    }

    /** Gives all runs with places that may be open at the end of a day. */
    public void eachOpenRun(int day, RunConsumer consumer) {
        int period = 0;
        while (period < settledBy.length && settledBy[period] > day) {
            period++;
        }
        eachRunBefore(firstRun[period * parts()], consumer);
    }

    private void eachRunBefore(int endRun, RunConsumer consumer) {
        for (int run = 0; run < endRun; run++) {
            consumer.accept(runAccount[run], runStart[run], runStart[run + 1]);
        }
    }

    /** Takes the places of an account in one period. */
    @FunctionalInterface
    public interface RunConsumer {
        /** Takes the places from one to another, the latter not included. */
        void accept(int account, int from, int to);
    }

    /** The account that a place belongs to. */
    public int accountAt(int place) {
        int found = Arrays.binarySearch(runStart, Objects.checkIndex(place, row.length));
        return runAccount[found >= 0 ? found : -found - 2];
    }

    /** The earliest day on which anything was issued, or to whose sales it belongs. */
    public int firstDay() {
        return originDay == null ? issueDay.first() : Math.min(issueDay.first(), originDay.first());
    }

    /** The last day on which anything was issued or settled. */
    public int lastDay() {
        return Math.max(issueDay.last(), settlementDay.last());
    }

    /** The last day on which anything was issued or settled in a part. */
    int lastDay(int part) {
        int last = Integer.MIN_VALUE;
        for (int period = 0; period < periods(); period++) {
            int from = runStart[firstRun(period, part)];
            int to = runStart[endRun(period, part)];
            for (int place = from; place < to; place++) {
                last = Math.max(last, issueDay.get(place));
            }
            for (int s = settlementStart[from]; s < settlementStart[to]; s++) {
                last = Math.max(last, settlementDay.get(s));
            }
        }
        return last;
    }

    /** What is still open when all is told. */
    public Standing standing() {
        return standing;
    }

    /** The number of places, which is that of the rows. */
    public int places() {
        return row.length;
    }

    /** The row that stands at a place. */
    public int row(int place) {
        return row[place];
    }

    /** {@link ItemKind#code()} of a place. */
    public byte kindCode(int place) {
        return kind == null ? ItemKind.INVOICE.code() : kind[place];
    }

    /** Whether the place raises what is owed (invoice, debit note). */
    public boolean isDebit(int place) {
        return kind == null || kind[place] <= LAST_DEBIT;
    }

    /** The day from which the place counts. */
    public int issueDay(int place) {
        return issueDay.get(place);
    }

    public int dueDay(int place) {
        return dueDay.get(place);
    }

    public int postingDay(int place) {
        return postingDay == null ? issueDay.get(place) : postingDay.get(place);
    }

    /** The day to whose sales the place belongs if credit notes lower the sales of the document that they correct. */
    public int originDay(int place) {
        return originDay == null ? issueDay.get(place) : originDay.get(place);
    }

    /** The day on which the place became known. */
    public int recordedDay(int place) {
        return recordedDay == null ? issueDay.get(place) : recordedDay.get(place);
    }

    /**
     * The first day from whose end on nothing is open any more, not before the issue day; {@link LedgerColumns#NEVER} while
     * something is.
     */
    public int settledFrom(int place) {
        return settledFrom.getOrNever(place);
    }

    /** The original size in minor units, zero or more. */
    public long amount(int place) {
        return amount.get(place);
    }

    /** The tax within {@link #amount}, in minor units. */
    public long tax(int place) {
        return tax == null ? 0 : tax.get(place);
    }

    /** Whether any place states a tax. */
    public boolean statesTax() {
        return tax != null;
    }

    /** The instalment's number from 1. */
    public int instalment(int place) {
        return instalment == null ? 1 : instalment[place];
    }

    /** The first settlement of a place; {@code settlementStart(place + 1)} is the one after its last. */
    public int settlementStart(int place) {
        return settlementStart[place];
    }

    /** Settlements of a place are in order of their days. */
    public int settlementDay(int settlement) {
        return settlementDay.get(settlement);
    }

    /** What left the open amount, in minor units; negative when an earlier settlement was undone. */
    public long settlementAmount(int settlement) {
        return settlementAmount.get(settlement);
    }

    /** {@link SettlementKind#code()} of a settlement. */
    public byte settlementKindCode(int settlement) {
        return settlementKind == null ? SettlementKind.CASH.code() : settlementKind[settlement];
    }

    /** The day on which the settlement became known. */
    public int settlementRecordedDay(int settlement) {
        return settlementRecordedDay == null ? settlementDay.get(settlement) : settlementRecordedDay.get(settlement);
    }

    /**
     * What is open at a place at the end of a day, in minor units: its size less the settlements up to that day, and zero
     * before it was issued. Negative only where the given settlements exceed the size.
     */
    public long openAt(int place, int day) {
        return issueDay(place) > day || settledFrom(place) <= day ? 0 : unsettledAt(place, day);
    }

    /** {@link #openAt} of a place that is known to be issued by that day. */
    public long unsettledAt(int place, int day) {
        long open = amount.get(place);
        int end = settlementStart[place + 1];
        for (int s = settlementStart[place]; s < end && settlementDay.get(s) <= day; s++) {
            open -= settlementAmount.get(s);
        }
        return open;
    }

    // ---- many places at once: loops that call nothing, for passes over millions of them

    /**
     * Selects the places that may be open at the end of any of some days: issued by the last of them, and not settled by
     * the first.
     *
     * @param from the first place to look at
     * @param to the place after the last one
     * @param selected takes the places, in their order
     * @return how many were selected
     */
    public int select(int from, int to, int firstDay, int lastDay, int[] selected) {
        int count = 0;
        for (int place = from; place < to; place++) {
            selected[count] = place;
            count += settledFrom.getOrNever(place) > firstDay && issueDay.get(place) <= lastDay ? 1 : 0;
        }
        return count;
    }

    /** Reads the {@link #issueDay} of the first so many of some places. */
    public void issueDays(int[] places, int count, int[] days) {
        for (int i = 0; i < count; i++) {
            days[i] = issueDay.get(places[i]);
        }
    }

    /** Reads the {@link #settledFrom} day of the first so many of some places. */
    public void settledFrom(int[] places, int count, int[] days) {
        for (int i = 0; i < count; i++) {
            days[i] = settledFrom.getOrNever(places[i]);
        }
    }

    /** Reads the {@link #dueDay} of the first so many of some places. */
    public void dueDays(int[] places, int count, int[] days) {
        for (int i = 0; i < count; i++) {
            days[i] = dueDay.get(places[i]);
        }
    }

    /** Reads the {@link #postingDay} of the first so many of some places. */
    public void postingDays(int[] places, int count, int[] days) {
        for (int i = 0; i < count; i++) {
            days[i] = postingDay(places[i]);
        }
    }

    /** Reads {@link #isDebit} of the first so many of some places. */
    public void debits(int[] places, int count, boolean[] debit) {
        for (int i = 0; i < count; i++) {
            debit[i] = isDebit(places[i]);
        }
    }

    /** Reads the {@link #amount} of the first so many of some places: those of credits below zero. */
    public void signedSizes(int[] places, int count, long[] sizes) {
        for (int i = 0; i < count; i++) {
            long size = amount.get(places[i]);
            sizes[i] = isDebit(places[i]) ? size : -size;
        }
    }

    /** Reads {@link #unsettledAt} of the first so many of some places: those of credits below zero. */
    public void signedAmounts(int[] places, int count, int day, long[] open) {
        for (int i = 0; i < count; i++) {
            long unsettled = unsettledAt(places[i], day);
            open[i] = isDebit(places[i]) ? unsettled : -unsettled;
        }
    }

    /** Adds what changed the receivables of a part's accounts in one period. */
    void addChanges(int period, int part, DailyChanges sums) {
        int run = firstRun(period, part);
        int end = endRun(period, part);
        if (run < end) {
            addSizes(run, end, sums);
            addSettlements(run, end, sums);
        }
    }

    /** Adds what changed the receivables of one account in one period. */
    void addChangesOf(int account, int period, DailyChanges sums) {
        int run = run(account, period);
        if (run >= 0) {
            addSizes(run, run + 1, sums);
            addSettlements(run, run + 1, sums);
        }
    }

    private void addSizes(int firstRun, int endRun, DailyChanges sums) {
        long[] sum = sums.sums;
        int run = firstRun;
        int runEnd = runStart[run];
        int end = runStart[endRun];
        int currency = 0;
        int issuedAt = 0;
        int firstDocument = LedgerColumns.NEVER;
        int firstPayment = LedgerColumns.NEVER;
        for (int place = runEnd; place < end; place++) {
            if (place == runEnd) {
                sums.beginBy(currency, firstDocument, firstPayment);
                firstDocument = LedgerColumns.NEVER;
                firstPayment = LedgerColumns.NEVER;
                currency = currency(runAccount[run]);
                issuedAt = sums.issuedAt(currency) - sums.firstDay;
                runEnd = runStart[++run];
            }
            byte code = kindCode(place);
            int day = issueDay.get(place);
            firstDocument = Math.min(firstDocument, code == PAYMENT ? LedgerColumns.NEVER : day);
            firstPayment = Math.min(firstPayment, code == PAYMENT ? day : LedgerColumns.NEVER);
            int at = issuedAt + sums.shift[code] + day;
            sum[at] = Math.addExact(sum[at], SIGNS[code] * amount.get(place));
            int s = settlementStart[place];
            boolean early = s < settlementStart[place + 1] && settlementDay.get(s) < day;
            if (early || code > LAST_DEBIT) {
                correctSettlements(place, issuedAt + sums.days + day, sums);
            }
        }
        sums.beginBy(currency, firstDocument, firstPayment);
    }

    /** Takes off every settlement on its own day: one loop for all places, for most have one settlement or none. */
    private void addSettlements(int firstRun, int endRun, DailyChanges sums) {
        long[] sum = sums.sums;
        int run = firstRun;
        int runEnd = settlementStart[runStart[run]];
        int end = settlementStart[runStart[endRun]];
        int settledAt = 0;
        for (int s = runEnd; s < end; s++) {
            while (s == runEnd) {
                settledAt = sums.settledAt(currency(runAccount[run]));
                runEnd = settlementStart[runStart[++run]];
            }
            int at = settledAt + Math.max(settlementDay.get(s) - sums.firstDay, 0);
            sum[at] = Math.subtractExact(sum[at], settlementAmount.get(s));
        }
    }

    /**
     * For credits, and settlements given for a day before their place was issued: undoes what {@link #addSettlements}
     * does, and adds what is right.
     *
     * @param issued the sum of the issue day
     */
    private void correctSettlements(int place, int issued, DailyChanges sums) {
        long[] sum = sums.sums;
        int sign = SIGNS[kindCode(place)];
        for (int s = settlementStart[place]; s < settlementStart[place + 1]; s++) {
            int taken = issued + Math.max(settlementDay.get(s), sums.firstDay) - issueDay.get(place);
            int right = Math.max(issued, taken);
            sum[taken] = Math.addExact(sum[taken], settlementAmount.get(s));
            sum[right] = Math.subtractExact(sum[right], sign * settlementAmount.get(s));
        }
    }

    // ---- disputes

    /** Whether anything is contested at any time. */
    public boolean hasDisputes() {
        return disputeStart != null;
    }

    /** How much of an open amount is contested at the end of a day, in minor units. */
    public long disputedAt(int place, int day, long open) {
        if (disputeStart == null || open <= 0) {
            return 0;
        }
        long disputed = 0;
        for (int d = disputeStart[place]; d < disputeStart[place + 1]; d++) {
            if (disputeFrom[d] <= day && day < disputeTo[d]) {
                disputed = disputeAmount[d] >= open - disputed ? open : disputed + disputeAmount[d];
            }
        }
        return disputed;
    }

    /** The first dispute of a place; {@code disputeStart(place + 1)} is the one after its last. */
    public int disputeStart(int place) {
        return disputeStart == null ? 0 : disputeStart[place];
    }

    /** The first day of a dispute. */
    public int disputeFrom(int dispute) {
        return disputeFrom[dispute];
    }

    /** The day from which a dispute is resolved, or {@link LedgerColumns#UNRESOLVED}. */
    public int disputeTo(int dispute) {
        return disputeTo[dispute];
    }

    /** The contested amount in minor units, or {@link LedgerColumns#WHOLE}. */
    public long disputeAmount(int dispute) {
        return disputeAmount[dispute];
    }

    long sizeInBytes() {
        return standing.sizeInBytes()
                + 8L * customer.length
                + 4L * (customer.length + partStart.length + settledBy.length + row.length + settlementStart.length)
                + 4L * (runAccount.length + runStart.length + firstRun.length)
                + currency.length
                + bytes(kind)
                + issueDay.sizeInBytes()
                + dueDay.sizeInBytes()
                + bytes(postingDay)
                + bytes(originDay)
                + bytes(recordedDay)
                + settledFrom.sizeInBytes()
                + amount.sizeInBytes()
                + (tax == null ? 0 : tax.sizeInBytes())
                + (instalment == null ? 0 : 4L * instalment.length)
                + settlementDay.sizeInBytes()
                + settlementAmount.sizeInBytes()
                + bytes(settlementKind)
                + bytes(settlementRecordedDay)
                + (disputeStart == null ? 0 : 4L * disputeStart.length)
                + 4L * disputeFrom.length
                + 4L * disputeTo.length
                + 8L * disputeAmount.length;
    }

    private static long bytes(byte @Nullable [] column) {
        return column == null ? 0 : column.length;
    }

    private static long bytes(@Nullable PackedDays column) {
        return column == null ? 0 : column.sizeInBytes();
    }
}
