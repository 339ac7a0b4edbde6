package io.receivables.core.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows given to a {@link LedgerColumns.Builder} into the order of {@link Accounts}: finds from when each row is
 * settled, sorts the rows' numbers, and then fills every column place by place.
 */
final class AccountsBuilder {
    /** About so many rows are in one part of the accounts: so few that the sums of a part stay in a processor's cache. */
    private static final int PART_ROWS = 1 << 14;

    /** Rows are filled in blocks of so many. */
    private static final int BLOCK_ROWS = 1 << 16;

    /** The days of settled-from days that a period spans at least: one month, two, three, six months, a year. */
    private static final int[] PERIOD_DAYS = {1, 31, 61, 91, 182, 365};

    /** A period has at least so many rows. */
    private static final int PERIOD_ROWS = 1 << 15;

    private final LedgerColumns.Builder given;
    private final Workers workers;
    private final int rows;
    private final int[] settledFromByRow;

    final int[] row;
    int[] customer = {};
    byte[] currency = {};
    int[] partStart = {};
    int[] periodStart = {};
    int[] settledBy = {};
    int[] runAccount = {};
    int[] runStart = {};
    int[] firstRun = {};
    final byte @Nullable [] kind;
    final PackedDays issueDay;
    final PackedDays dueDay;
    final @Nullable PackedDays postingDay;
    final @Nullable PackedDays originDay;
    final @Nullable PackedDays recordedDay;
    final PackedDays settledFrom;
    final PackedAmounts amount;
    final @Nullable PackedAmounts tax;
    final int @Nullable [] instalment;
    final int[] settlementStart;
    final PackedDays settlementDay;
    final PackedAmounts settlementAmount;
    final byte @Nullable [] settlementKind;
    final @Nullable PackedDays settlementRecordedDay;
    int[] disputeStart = {};
    int[] disputeFrom = {};
    int[] disputeTo = {};
    long[] disputeAmount = {};

    AccountsBuilder(LedgerColumns.Builder given, Workers workers) {
        this.given = given;
        this.workers = workers;
        rows = given.rows;
        settledFromByRow = settledFrom();
        row = order();
        findAccounts();
        kind = given.kind == null || isAll(given.kind, ItemKind.INVOICE.code()) ? null : new byte[rows];
        issueDay = given.issueDay.packed();
        dueDay = given.dueDay.packed();
        postingDay = packedIfOther(given.postingDay, given.issueDay);
        originDay = packedIfOther(given.originDay, given.issueDay);
        recordedDay = packedIfOther(given.recordedDay, given.issueDay);
        settledFrom = new PackedDays(
                rows,
                Math.min(given.issueDay.first(), given.settlementDay.first()),
                Math.max(given.issueDay.last(), given.settlementDay.last()));
        amount = new PackedAmounts(rows, PackedAmounts.countLarge(given.amount));
        tax = given.tax == null || Arrays.stream(given.tax).allMatch(t -> t == 0)
                ? null
                : new PackedAmounts(rows, PackedAmounts.countLarge(given.tax));
        instalment = given.instalment == null || Arrays.stream(given.instalment).allMatch(i -> i == 1)
                ? null
                : new int[rows];
        settlementStart = settlementStart();
        settlementDay = given.settlementDay.packed();
        settlementAmount =
                new PackedAmounts(given.settlementAmount.length, PackedAmounts.countLarge(given.settlementAmount));
        settlementKind = given.settlementKind == null || isAll(given.settlementKind, SettlementKind.CASH.code())
                ? null
                : new byte[given.settlementKind.length];
        settlementRecordedDay = packedIfOther(given.settlementRecordedDay, given.settlementDay);
        workers.each(blocks(), this::fill);
        putLarge();
        placeDisputes();
    }

    private int blocks() {
        return (int) ((rows + BLOCK_ROWS - 1L) / BLOCK_ROWS);
    }

    private static boolean isAll(byte[] codes, byte usual) {
        for (byte code : codes) {
            if (code != usual) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable PackedDays packedIfOther(LedgerColumns.@Nullable Days days, LedgerColumns.Days usual) {
        return days == null || Arrays.equals(days.values(), usual.values()) ? null : days.packed();
    }

    // ---- the order

    private int[] settledFrom() {
        int[] from = new int[rows];
        workers.each(blocks(), block -> {
            int end = (int) Math.min(rows, (block + 1L) * BLOCK_ROWS);
            for (int r = block * BLOCK_ROWS; r < end; r++) {
                from[r] = settledFrom(r);
            }
        });
        return from;
    }

    private int settledFrom(int r) {
        int[] days = given.settlementDay.values();
        long open = given.amount[r];
        int since = open == 0 ? given.issueDay.values()[r] : LedgerColumns.NEVER;
        int end = given.settlementStart[r + 1];
        for (int s = given.settlementStart[r]; s < end; s++) {
            open = Math.subtractExact(open, given.settlementAmount[s]);
            boolean lastOfDay = s + 1 == end || days[s + 1] != days[s];
            if (lastOfDay) {
                since = open != 0 ? LedgerColumns.NEVER : since == LedgerColumns.NEVER ? days[s] : since;
            }
        }
        return since;
    }

    /** The rows by period, customer, currency, and settled-from day descending; equal ones as given. */
    private int[] order() {
        int[] order = bySettledDay();
        findPeriods(order);
        int[] sorted = new int[rows];
        for (int period = 0; period < periodStart.length - 1; period++) {
            int from = periodStart[period];
            int to = periodStart[period + 1];
            if (given.currencies.size() > 1) {
                sort(order, sorted, from, to, given.currency, given.currencies.size());
                System.arraycopy(sorted, from, order, from, to - from);
            }
            sort(order, sorted, from, to, given.customer, given.customers.size());
        }
        return sorted;
    }

    private int[] bySettledDay() {
        int last = Integer.MIN_VALUE;
        int first = Integer.MAX_VALUE;
        for (int day : settledFromByRow) {
            first = Math.min(first, day);
            last = day == LedgerColumns.NEVER ? last : Math.max(last, day);
        }
        int[] daysBack = new int[rows];
        int[] order = new int[rows];
        for (int r = 0; r < rows; r++) {
            int day = settledFromByRow[r];
            daysBack[r] = day == LedgerColumns.NEVER ? 0 : last - day + 1;
            order[r] = r;
        }
        int[] sorted = new int[rows];
        sort(order, sorted, 0, rows, daysBack, last < first ? 1 : last - first + 2);
        return sorted;
    }

    /** Cuts rows in order of their settled-from days, the latest first, where a period is long and large enough. */
    private void findPeriods(int[] order) {
        int[] starts = new int[PERIOD_DAYS.length + 2];
        int[] last = new int[PERIOD_DAYS.length + 1];
        int count = 0;
        for (int place = 0; place < rows && count < PERIOD_DAYS.length; place++) {
            int day = settledFromByRow[order[place]];
            if (place == starts[count]) {
                last[count] = day;
            }
            boolean begins = place - starts[count] >= PERIOD_ROWS
                    && (long) last[count] - day >= PERIOD_DAYS[count]
                    && day != settledFromByRow[order[place - 1]];
            if (begins) {
                starts[++count] = place;
                last[count] = day;
            }
        }
        starts[++count] = rows;
        periodStart = Arrays.copyOf(starts, count + 1);
        settledBy = Arrays.copyOf(last, count);
    }

    /** A counting sort of a range, which keeps the order of those that have the same key. */
    private static void sort(int[] order, int[] sorted, int from, int to, int[] keyByRow, int keys) {
        int[] next = new int[keys + 1];
        for (int place = from; place < to; place++) {
            next[keyByRow[order[place]] + 1]++;
        }
        next[0] = from;
        for (int key = 0; key < keys; key++) {
            next[key + 1] += next[key];
        }
        for (int place = from; place < to; place++) {
            sorted[next[keyByRow[order[place]]]++] = order[place];
        }
    }

    // ---- accounts, parts and runs

    private void findAccounts() {
        runStart = runStart();
        int runs = runStart.length - 1;
        long[] keys = new long[runs];
        Arrays.setAll(keys, run -> key(row[runStart[run]]));
        long[] accounts = Arrays.stream(keys).sorted().distinct().toArray();
        customer = new int[accounts.length];
        currency = new byte[accounts.length];
        for (int account = 0; account < accounts.length; account++) {
            customer[account] = (int) (accounts[account] / currencies());
            currency[account] = (byte) (accounts[account] % currencies());
        }
        runAccount = new int[runs];
        for (int run = 0, account = 0; run < runs; run++) {
            // within a period accounts ascend; with the next they begin anew
            account = run > 0 && keys[run] < keys[run - 1] ? 0 : account;
            while (accounts[account] < keys[run]) {
                account++;
            }
            runAccount[run] = account;
        }
        findParts();
    }

    private long key(int r) {
        return (long) given.customer[r] * currencies() + given.currency[r];
    }

    private int currencies() {
        return Math.max(1, given.currencies.size());
    }

    private int[] runStart() {
        int[] starts = new int[rows + 1];
        int runs = 0;
        for (int period = 0; period < settledBy.length; period++) {
            for (int place = periodStart[period]; place < periodStart[period + 1]; place++) {
                if (place == periodStart[period]
                        || given.customer[row[place]] != given.customer[row[place - 1]]
                        || given.currency[row[place]] != given.currency[row[place - 1]]) {
                    starts[runs++] = place;
                }
            }
        }
        starts[runs] = rows;
        return Arrays.copyOf(starts, runs + 1);
    }

    private void findParts() {
        int[] rowsOf = new int[customer.length];
        for (int run = 0; run < runAccount.length; run++) {
            rowsOf[runAccount[run]] += runStart[run + 1] - runStart[run];
        }
        int[] starts = new int[rows / PART_ROWS + 2];
        int part = 0;
        int rowsInPart = 0;
        for (int account = 0; account < rowsOf.length; account++) {
            if (rowsInPart >= PART_ROWS) {
                starts[++part] = account;
                rowsInPart = 0;
            }
            rowsInPart += rowsOf[account];
        }
        starts[++part] = rowsOf.length;
        partStart = Arrays.copyOf(starts, part + 1);
        findRunsOfParts(part);
    }

    /** The first run of each part in each period: both are in order of accounts. */
    private void findRunsOfParts(int parts) {
        int periods = settledBy.length;
        firstRun = new int[periods * parts + 1];
        int run = 0;
        for (int period = 0; period < periods; period++) {
            for (int part = 0; part < parts; part++) {
                firstRun[period * parts + part] = run;
                while (run < runAccount.length
                        && runStart[run] < periodStart[period + 1]
                        && runAccount[run] < partStart[part + 1]) {
                    run++;
                }
            }
        }
        firstRun[periods * parts] = run;
    }

    // ---- the columns

    private int[] settlementStart() {
        int[] starts = new int[rows + 1];
        for (int place = 0; place < rows; place++) {
            int r = row[place];
            starts[place + 1] = starts[place] + given.settlementStart[r + 1] - given.settlementStart[r];
        }
        return starts;
    }

    /** Fills a block of places, column by column: reading the rows out of order is what takes the time. */
    private void fill(int block) {
        int from = block * BLOCK_ROWS;
        int to = (int) Math.min(rows, from + (long) BLOCK_ROWS);
        put(kind, given.kind, from, to);
        put(issueDay, given.issueDay, from, to);
        put(dueDay, given.dueDay, from, to);
        put(postingDay, given.postingDay, from, to);
        put(originDay, given.originDay, from, to);
        put(recordedDay, given.recordedDay, from, to);
        for (int place = from; place < to; place++) {
            settledFrom.put(place, settledFromByRow[row[place]]);
        }
        put(amount, given.amount, from, to);
        put(tax, given.tax, from, to);
        int[] number = given.instalment;
        for (int place = from; instalment != null && number != null && place < to; place++) {
            instalment[place] = number[row[place]];
        }
        for (int place = from; place < to; place++) {
            fillSettlements(place);
        }
    }

    private void put(byte @Nullable [] column, byte @Nullable [] codes, int from, int to) {
        for (int place = from; column != null && codes != null && place < to; place++) {
            column[place] = codes[row[place]];
        }
    }

    private void put(@Nullable PackedDays column, LedgerColumns.@Nullable Days days, int from, int to) {
        for (int place = from; column != null && days != null && place < to; place++) {
            column.put(place, days.values()[row[place]]);
        }
    }

    private void put(@Nullable PackedAmounts column, long @Nullable [] amounts, int from, int to) {
        for (int place = from; column != null && amounts != null && place < to; place++) {
            column.put(place, amounts[row[place]]);
        }
    }

    private void fillSettlements(int place) {
        int s = given.settlementStart[row[place]];
        byte[] codes = given.settlementKind;
        LedgerColumns.Days recorded = given.settlementRecordedDay;
        for (int at = settlementStart[place]; at < settlementStart[place + 1]; at++, s++) {
            settlementDay.put(at, given.settlementDay.values()[s]);
            settlementAmount.put(at, given.settlementAmount[s]);
            if (settlementKind != null && codes != null) {
                settlementKind[at] = codes[s];
            }
            if (settlementRecordedDay != null && recorded != null) {
                settlementRecordedDay.put(at, recorded.values()[s]);
            }
        }
    }

    private void putLarge() {
        amount.putLarge(place -> given.amount[row[place]]);
        long[] taxes = given.tax;
        if (tax != null && taxes != null) {
            tax.putLarge(place -> taxes[row[place]]);
        }
        int[] at = {0};
        settlementAmount.putLarge(settlement -> {
            while (settlementStart[at[0] + 1] <= settlement) {
                at[0]++;
            }
            return given.settlementAmount[given.settlementStart[row[at[0]]] + settlement - settlementStart[at[0]]];
        });
    }

    // ---- disputes

    private void placeDisputes() {
        List<LedgerColumns.Contested> disputes = given.disputes;
        if (disputes.isEmpty()) {
            return;
        }
        int[] placeOf = placesByRow(row);
        List<LedgerColumns.Contested> inOrder = disputes.stream()
                .sorted(Comparator.<LedgerColumns.Contested>comparingInt(each -> placeOf[each.row()])
                        .thenComparingInt(LedgerColumns.Contested::from))
                .toList();
        disputeStart = new int[rows + 1];
        inOrder.forEach(each -> disputeStart[placeOf[each.row()] + 1]++);
        for (int place = 0; place < rows; place++) {
            disputeStart[place + 1] += disputeStart[place];
        }
        disputeFrom = inOrder.stream().mapToInt(LedgerColumns.Contested::from).toArray();
        disputeTo = inOrder.stream().mapToInt(LedgerColumns.Contested::to).toArray();
        disputeAmount =
                inOrder.stream().mapToLong(LedgerColumns.Contested::amount).toArray();
    }

    /** The place of each row, of the row at each place. */
    static int[] placesByRow(int[] rowAt) {
        int[] places = new int[rowAt.length];
        for (int place = 0; place < places.length; place++) {
            places[rowAt[place]] = place;
        }
        return places;
    }
}
