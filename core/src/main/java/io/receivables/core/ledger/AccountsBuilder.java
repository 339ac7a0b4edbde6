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
    private static final int PART_ROWS = 1 << 13;

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
        row = new int[rows];
        order();
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
        int issued = given.issueDay.values()[r];
        long open = given.amount[r];
        int since = open == 0 ? issued : LedgerColumns.NEVER;
        int end = given.settlementStart[r + 1];
        for (int s = given.settlementStart[r]; s < end; s++) {
            open = Math.subtractExact(open, given.settlementAmount[s]);
            boolean lastOfDay = s + 1 == end || days[s + 1] != days[s];
            if (lastOfDay) {
                since = open != 0 ? LedgerColumns.NEVER : Math.min(since, Math.max(issued, days[s]));
            }
        }
        return since;
    }

    /**
     * Numbers the accounts that have rows, by customer and then currency, and finds the account of each row: one bit for each
     * pair that occurs, and an account's number is that of the bits before its own.
     */
    private int[] findAccounts() {
        int words = (given.currencies.size() + Long.SIZE - 1) / Long.SIZE;
        long[] used = new long[Math.multiplyExact(given.customers.size(), words)];
        for (int r = 0; r < rows; r++) {
            used[given.customer[r] * words + given.currency[r] / Long.SIZE] |= 1L << given.currency[r];
        }
        int[] before = new int[used.length];
        int count = 0;
        for (int word = 0; word < used.length; word++) {
            before[word] = count;
            count += Long.bitCount(used[word]);
        }
        customer = new int[count];
        currency = new byte[count];
        int[] accountOf = new int[rows];
        for (int r = 0; r < rows; r++) {
            int word = given.customer[r] * words + given.currency[r] / Long.SIZE;
            int account = before[word] + Long.bitCount(used[word] & ((1L << given.currency[r]) - 1));
            accountOf[r] = account;
            customer[account] = given.customer[r];
            currency[account] = (byte) given.currency[r];
        }
        return accountOf;
    }

    /** Puts the rows in order of period, account, and settled-from day descending, equal ones as given; those never
     * settled as {@link Standing} needs them. */
    private void order() {
        int[] accountOf = findAccounts();
        int[] daysBack = daysBack();
        int[] next = new int[mostDaysBack(daysBack) + 2];
        for (int day : daysBack) {
            next[day + 1]++;
        }
        for (int day = 1; day < next.length; day++) {
            next[day] += next[day - 1];
        }
        int[] rowBySettledDay = new int[rows];
        int[] accountBySettledDay = new int[rows];
        for (int r = 0; r < rows; r++) {
            int place = next[daysBack[r]]++;
            rowBySettledDay[place] = r;
            accountBySettledDay[place] = accountOf[r];
        }
        findPeriods(rowBySettledDay);
        List<int[]> endsByPeriod =
                workers.all(settledBy.length, period -> sortByAccount(period, rowBySettledDay, accountBySettledDay));
        findRuns(endsByPeriod);
        findParts();
        workers.each(partStart.length - 1, this::sortStanding);
    }

    private void sortStanding(int part) {
        for (int run = firstRun[part]; run < firstRun[part + 1]; run++) {
            Standing.sort(row, runStart[run], runStart[run + 1], this);
        }
    }

    boolean isNeverSettled(int r) {
        return settledFromByRow[r] == LedgerColumns.NEVER;
    }

    boolean isDebit(int r) {
        return given.kind == null || given.kind[r] <= ItemKind.DEBIT_NOTE.code();
    }

    int dueDay(int r) {
        return given.dueDay.values()[r];
    }

    /** How many days before the last one each row was settled; 0 stands for never. */
    private int[] daysBack() {
        int last = Integer.MIN_VALUE;
        for (int day : settledFromByRow) {
            last = day == LedgerColumns.NEVER ? last : Math.max(last, day);
        }
        int[] back = new int[rows];
        for (int r = 0; r < rows; r++) {
            back[r] = settledFromByRow[r] == LedgerColumns.NEVER ? 0 : last - settledFromByRow[r] + 1;
        }
        return back;
    }

    private static int mostDaysBack(int[] daysBack) {
        int most = 0;
        for (int day : daysBack) {
            most = Math.max(most, day);
        }
        return most;
    }

    /** Sorts a period's rows by account, keeping their order within each; gives the end of each account's rows. */
    private int[] sortByAccount(int period, int[] rowBySettledDay, int[] accountBySettledDay) {
        int from = periodStart[period];
        int to = periodStart[period + 1];
        int[] next = new int[customer.length + 1];
        for (int i = from; i < to; i++) {
            next[accountBySettledDay[i] + 1]++;
        }
        next[0] = from;
        for (int account = 0; account < customer.length; account++) {
            next[account + 1] += next[account];
        }
        for (int i = from; i < to; i++) {
            row[next[accountBySettledDay[i]]++] = rowBySettledDay[i];
        }
        return next;
    }

    /** Cuts rows in order of their settled-from days, the latest first, where a period is long and large enough. */
    private void findPeriods(int[] rowBySettledDay) {
        int[] starts = new int[PERIOD_DAYS.length + 2];
        int[] last = new int[PERIOD_DAYS.length + 1];
        int count = 0;
        for (int place = 0; place < rows && count < PERIOD_DAYS.length; place++) {
            int day = settledFromByRow[rowBySettledDay[place]];
            if (place == starts[count]) {
                last[count] = day;
            }
            boolean begins = place - starts[count] >= PERIOD_ROWS
                    && (long) last[count] - day >= PERIOD_DAYS[count]
                    && day != settledFromByRow[rowBySettledDay[place - 1]];
            if (begins) {
                starts[++count] = place;
                last[count] = day;
            }
        }
        starts[++count] = rows;
        periodStart = Arrays.copyOf(starts, count + 1);
        settledBy = Arrays.copyOf(last, count);
    }

    /** Finds the runs: of each period, the accounts that have rows in it. */
    private void findRuns(List<int[]> endsByPeriod) {
        runAccount = new int[endsByPeriod.size() * customer.length];
        runStart = new int[runAccount.length + 1];
        int run = 0;
        int start = 0;
        for (int[] ends : endsByPeriod) {
            for (int account = 0; account < customer.length; account++) {
                if (ends[account] > start) {
                    runAccount[run] = account;
                    runStart[run++] = start;
                    start = ends[account];
                }
            }
        }
        runStart[run] = rows;
        runAccount = Arrays.copyOf(runAccount, run);
        runStart = Arrays.copyOf(runStart, run + 1);
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
        for (int place = from; place < to; place++) {
            settledFrom.put(place, settledFromByRow[row[place]]);
        }
        put(postingDay, given.postingDay, from, to);
        put(originDay, given.originDay, from, to);
        put(recordedDay, given.recordedDay, from, to);
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
        int[] placeOf = new int[rows];
        for (int place = 0; place < rows; place++) {
            placeOf[row[place]] = place;
        }
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
}
