package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thread's passes over parts of a ledger: what is open at the end of each of several days, by age. A place is visited
 * once for all days. The sums of a part's accounts are kept in arrays that fit a processor's cache; at the end of the part
 * they are added to their lines and, where asked for, packed as {@link Cells}.
 */
final class AgingScan {
    /** In place of an oldest item: later than any. */
    private static final long NONE = Long.MAX_VALUE;

    private final Accounts accounts;
    private final AgedPlaces places;
    private final AgingBasis basis;
    private final BucketScheme scheme;
    private final int buckets;
    /** The bucket up to which nothing is due, where the buckets tell. */
    private final int lastNotDue;

    private final boolean hasDisputes;
    private final int[] days;
    private final int[] firstDayFrom;
    private final IntUnaryOperator lineOf;
    private final @Nullable Cell[][] lines;
    private final boolean packing;

    // of the part at hand; by day and account
    private int firstAccount;
    private int count;
    private long[] debits = {};
    private long[] notDue = {};
    private long[] oldest = {};
    private Marks[] credits = {};
    private Marks[] disputes = {};

    /**
     * @param days ascending
     * @param lineOf the line that an account belongs to
     * @param lineCount the number of lines
     * @param packing whether cells of single accounts are wanted
     */
    AgingScan(
            LedgerColumns columns,
            AgingOptions options,
            int[] days,
            IntUnaryOperator lineOf,
            int lineCount,
            boolean packing) {
        accounts = columns.accounts();
        basis = options.basis();
        places = new AgedPlaces(columns, basis);
        scheme = options.buckets();
        buckets = scheme.size();
        lastNotDue = basis == AgingBasis.DUE_DATE ? scheme.endingAt(0) : -1;
        hasDisputes = accounts.hasDisputes();
        this.days = days;
        firstDayFrom = firstDayFrom(days);
        this.lineOf = lineOf;
        this.packing = packing;
        lines = new Cell[days.length][lineCount];
    }

    /** For each day from the first to the last of some, the number of the first that is not before it. */
    private static int[] firstDayFrom(int[] days) {
        int[] first = new int[days[days.length - 1] - days[0] + 1];
        for (int i = 0, d = 0; i < first.length; i++) {
            d += days[0] + i > days[d] ? 1 : 0;
            first[i] = d;
        }
        return first;
    }

    /** The sums of a line at one of the days; null where nothing is open. */
    @Nullable Cell line(int d, int line) {
        return lines[d][line];
    }

    /** Scans a part, and gives the cells of its accounts by day if they are wanted. */
    Cells[] scan(int part) {
        open(part);
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > days[0]; period++) {
            int end = accounts.endRun(period, part);
            for (int run = accounts.firstRun(period, part); run < end; run++) {
                scanRun(accounts.account(run) - firstAccount, accounts.start(run), accounts.end(run));
            }
        }
        Cells[] packed = new Cells[packing ? days.length : 0];
        for (int d = 0; d < days.length; d++) {
            addToLines(d);
            if (packing) {
                packed[d] = pack(d);
            }
        }
        return packed;
    }

    private void open(int part) {
        firstAccount = accounts.firstAccount(part);
        count = accounts.firstAccount(part + 1) - firstAccount;
        int cells = Math.multiplyExact(count, days.length);
        debits = cleared(debits, Math.multiplyExact(cells, 2 * buckets), 0);
        notDue = cleared(notDue, lastNotDue < 0 ? 2 * cells : 0, 0);
        oldest = cleared(oldest, cells, NONE);
        credits = new Marks[days.length];
        disputes = new Marks[days.length];
        Arrays.setAll(credits, d -> new Marks());
        Arrays.setAll(disputes, d -> new Marks());
    }

    private static long[] cleared(long[] array, int size, long value) {
        long[] enough = array.length < size ? new long[size] : array;
        Arrays.fill(enough, 0, size, value);
        return enough;
    }

    private void scanRun(int account, int from, int to) {
        int firstDay = days[0];
        int lastDay = days[days.length - 1];
        for (int place = from; place < to; place++) {
            int settled = accounts.settledFrom(place);
            if (settled <= firstDay) {
                return;
            }
            int issued = accounts.issueDay(place);
            if (issued <= lastDay) {
                addPlace(account, place, issued <= firstDay ? 0 : firstDayFrom[issued - firstDay], settled);
            }
        }
    }

    /** Adds what is open of a place from one of the days on until it is settled. */
    private void addPlace(int account, int place, int firstDay, int settled) {
        long open = accounts.amount(place);
        int s = accounts.settlementStart(place);
        int end = accounts.settlementStart(place + 1);
        int since = basis.day(accounts, place);
        boolean isDebit = accounts.isDebit(place);
        for (int d = firstDay; d < days.length && days[d] < settled; d++) {
            while (s < end && accounts.settlementDay(s) <= days[d]) {
                open -= accounts.settlementAmount(s++);
            }
            int bucket = scheme.indexOf(days[d] - since);
            if (isDebit && open > 0) {
                addDebit(d, d * count + account, bucket, place, since, open);
            } else if (open != 0) {
                // settlements beyond its size make a debit item a credit; the ledger's builder never lets that happen,
                // columns may
                credits[d].add(firstAccount + account, bucket, isDebit ? Math.negateExact(open) : open);
            }
        }
    }

    private void addDebit(int d, int cell, int bucket, int place, int since, long open) {
        int at = (cell * buckets + bucket) * 2;
        debits[at] = Math.addExact(debits[at], open);
        debits[at + 1]++;
        long old = oldest[cell];
        oldest[cell] = since(old) == since && old != NONE
                ? dated(since, places.older(place(old), place))
                : Math.min(old, dated(since, place));
        if (lastNotDue < 0 && accounts.dueDay(place) >= days[d]) {
            notDue[2 * cell] = Math.addExact(notDue[2 * cell], open);
            notDue[2 * cell + 1]++;
        }
        if (hasDisputes) {
            long contested = accounts.disputedAt(place, days[d], open);
            if (contested > 0) {
                disputes[d].add(firstAccount + cell - d * count, bucket, contested);
            }
        }
    }

    private static long dated(int since, int place) {
        return ((long) since << Integer.SIZE) | place;
    }

    private static int since(long dated) {
        return (int) (dated >> Integer.SIZE);
    }

    private static int place(long dated) {
        return (int) dated;
    }

    // ---- the end of a part

    private void addToLines(int d) {
        for (int cell = d * count; cell < (d + 1) * count; cell++) {
            if (oldest[cell] != NONE) {
                Cell line = lineCell(d, firstAccount + cell - d * count);
                for (int b = 0; b < buckets; b++) {
                    int at = (cell * buckets + b) * 2;
                    line.addDebits(b, debits[at], (int) debits[at + 1]);
                }
                line.addNotDue(notDueOf(cell), notDueItemsOf(cell));
                if (line.mayBeOldest(since(oldest[cell]))) {
                    line.addOldest(places.item(place(oldest[cell])));
                }
            }
        }
        for (int i = 0; i < credits[d].size(); i++) {
            lineCell(d, credits[d].account(i)).addCredit(credits[d].bucket(i), credits[d].amount(i));
        }
        for (int i = 0; i < disputes[d].size(); i++) {
            lineCell(d, disputes[d].account(i)).addDisputed(disputes[d].amount(i));
        }
    }

    private Cell lineCell(int d, int account) {
        int line = lineOf.applyAsInt(account);
        Cell cell = lines[d][line];
        if (cell == null) {
            cell = new Cell(buckets);
            lines[d][line] = cell;
        }
        return cell;
    }

    private long notDueOf(int cell) {
        if (lastNotDue < 0) {
            return notDue[2 * cell];
        }
        long sum = 0;
        for (int b = 0; b <= lastNotDue; b++) {
            sum = Math.addExact(sum, debits[(cell * buckets + b) * 2]);
        }
        return sum;
    }

    private int notDueItemsOf(int cell) {
        if (lastNotDue < 0) {
            return (int) notDue[2 * cell + 1];
        }
        int sum = 0;
        for (int b = 0; b <= lastNotDue; b++) {
            sum += (int) debits[(cell * buckets + b) * 2 + 1];
        }
        return sum;
    }

    private Cells pack(int d) {
        int size = 0;
        for (int cell = d * count; cell < (d + 1) * count; cell++) {
            size += oldest[cell] == NONE ? 0 : 1;
        }
        int width = 2 * buckets;
        int[] withDebits = new int[size];
        long[] amounts = new long[size * width];
        long[] open = new long[2 * size];
        int[] first = new int[size];
        int next = 0;
        for (int cell = d * count; cell < (d + 1) * count; cell++) {
            if (oldest[cell] != NONE) {
                withDebits[next] = firstAccount + cell - d * count;
                System.arraycopy(debits, cell * width, amounts, next * width, width);
                open[2 * next] = notDueOf(cell);
                open[2 * next + 1] = notDueItemsOf(cell);
                first[next] = place(oldest[cell]);
                next++;
            }
        }
        return new Cells(withDebits, amounts, open, first, credits[d], disputes[d]);
    }
}
