package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Standing;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thread's passes over parts of a ledger: what is open at the end of each of several days, by age. A place is visited
 * once for all days. The sums of a part's accounts are kept in arrays that fit a processor's cache; at the end of the part
 * they are packed as {@link Cells} and added to their lines.
 *
 * <p>Nearly all spans are of debit items like any other. {@link #addDebits} is the loop for these: it calls nothing that
 * is not made part of it, which is what its speed comes from. What else there is, {@link #addOthers} adds.
 */
final class AgingScan {
    private final Accounts accounts;
    private final AgedPlaces places;
    private final BucketScheme scheme;
    private final int buckets;
    private final int lastNotDue;

    /** Whether every span has something besides its amount and age. */
    private final boolean special;

    private final int[] days;

    private final Standing standing;

    /** Whether places that stand open may be taken as such, in the order of their due days. */
    private final boolean mayStand;

    private final boolean isPacking;

    // by line, day and bucket an amount and a number of debit items; by line and day the oldest one and its account,
    // and
    // what few lines have
    private final int[] lineOf;
    private final long[] lineAmounts;
    private final int[] lineItems;
    private final long[] lineOldest;
    private final int[] lineAccount;
    private final @Nullable Cell[] lineOthers;

    // of the block at hand
    private final OpenSpans spans;
    private int[] other;
    private int others;

    // of the part at hand: by account, day and bucket an amount and a number; by account and day the oldest one
    private int firstAccount;
    private int count;
    private long[] amounts = {};
    private int[] items = {};
    private long[] oldest = {};
    private SingleItems credits = new SingleItems();
    private SingleItems notDue = new SingleItems();
    private SingleItems disputed = new SingleItems();
    private OpenDebits packing = OpenDebits.ofAtMost(0, 0);

    /**
     * @param days ascending
     * @param lineOf the line that each account belongs to
     * @param lineCount the number of lines
     * @param isPacking whether cells of single accounts are wanted
     */
    AgingScan(LedgerColumns columns, AgingOptions options, int[] days, int[] lineOf, int lineCount, boolean isPacking) {
        accounts = columns.accounts();
        places = new AgedPlaces(columns, options.basis());
        scheme = options.buckets();
        buckets = scheme.size();
        lastNotDue = lastNotDue(options);
        special = accounts.hasDisputes() || lastNotDue < 0;
        this.days = days;
        standing = accounts.standing();
        mayStand = days.length == 1 && options.basis() == AgingBasis.DUE_DATE && !special;
        spans = new OpenSpans(accounts, options.basis(), days);
        other = new int[0];
        this.isPacking = isPacking;
        this.lineOf = lineOf;
        lineOldest = new long[Math.multiplyExact(days.length, lineCount)];
        Arrays.fill(lineOldest, AgedPlaces.NONE);
        lineAccount = new int[lineOldest.length];
        lineAmounts = new long[Math.multiplyExact(lineOldest.length, buckets)];
        lineItems = new int[lineAmounts.length];
        lineOthers = new Cell[lineOldest.length];
    }

    /** The bucket up to which nothing is due; below zero where the buckets do not tell. */
    static int lastNotDue(AgingOptions options) {
        return options.basis() == AgingBasis.DUE_DATE ? options.buckets().endingAt(0) : -1;
    }

    /** Scans a part, and gives the cells of its accounts; those of debits are there only if they are wanted. */
    Cells scan(int part) {
        open(part);
        if (mayStand && standing.isAt(part, days[0])) {
            addStanding(part);
        } else {
            addSpans(part);
        }
        for (int account = 0; account < count; account++) {
            addToLine(account);
            if (isPacking) {
                pack(account);
            }
        }
        Cells cells = new Cells(packing.trimmed(), credits, notDue, disputed);
        addOthersToLines(cells);
        return cells;
    }

    private void open(int part) {
        firstAccount = accounts.firstAccount(part);
        count = accounts.firstAccount(part + 1) - firstAccount;
        int size = Math.multiplyExact(count, days.length);
        int sums = Math.multiplyExact(size, buckets);
        if (oldest.length < size) {
            oldest = new long[size];
            amounts = new long[sums];
            items = new int[sums];
            packing = OpenDebits.ofAtMost(isPacking ? size : 0, isPacking ? sums : 0);
        }
        Arrays.fill(oldest, 0, size, AgedPlaces.NONE);
        Arrays.fill(amounts, 0, sums, 0);
        Arrays.fill(items, 0, sums, 0);
        packing.clear();
        credits = new SingleItems();
        notDue = new SingleItems();
        disputed = new SingleItems();
    }

    // ---- what is open when all is told

    private void addStanding(int part) {
        for (int run = accounts.firstRun(0, part); run < accounts.endRun(0, part); run++) {
            int account = accounts.account(run);
            addStandingDebits(run, account - firstAccount);
            for (int place = standing.debitsEnd(run); place < standing.end(run); place++) {
                int bucket = scheme.indexOf(days[0] - accounts.dueDay(place));
                credits.add(account, 0, bucket, accounts.unsettledAt(place, days[0]));
            }
        }
    }

    /** The debits of a run are in the order of their ages, the oldest first: those of a bucket stand together. */
    private void addStandingDebits(int run, int cell) {
        int from = accounts.start(run);
        int end = standing.debitsEnd(run);
        for (int place = from; place < end; place++) {
            items[cell * buckets + scheme.indexOf(days[0] - accounts.dueDay(place))]++;
        }
        int start = from;
        for (int b = buckets - 1; b >= 0; b--) {
            int at = cell * buckets + b;
            amounts[at] = standing.open(run, start, start + items[at]);
            start += items[at];
        }
        for (int place = from; place < Math.min(end, from + 2); place++) {
            oldest[cell] = AgedPlaces.older(oldest[cell], AgedPlaces.of(accounts.dueDay(place), place));
        }
    }

    // ---- what is open on other days

    private void addSpans(int part) {
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > days[0]; period++) {
            int firstRun = accounts.firstRun(period, part);
            int end = accounts.start(accounts.endRun(period, part));
            spans.startAt(firstRun);
            for (int from = accounts.start(firstRun); from < end; from += OpenSpans.PLACES) {
                spans.read(from, Math.min(end, from + OpenSpans.PLACES));
                addDebits();
                addOthers();
            }
        }
    }

    private void addDebits() {
        others = 0;
        if (other.length <= spans.size) {
            other = new int[spans.size + OpenSpans.PLACES];
        }
        if (days.length == 1) {
            addDebitsOfOneDay();
        } else {
            addDebitsOfDays();
        }
    }

    /** {@link #addDebitsOfDays} where all spans are of the same day: without an inner loop it takes half as long. */
    private void addDebitsOfOneDay() {
        for (int i = 0; i < spans.size; i++) {
            long open = spans.open[i];
            if (open > 0 && spans.debit[i]) {
                add(spans.account[i] - firstAccount, days[0], spans.since[i], spans.place[i], open);
                other[others] = i;
                others += special ? 1 : 0;
            } else {
                other[others++] = i;
            }
        }
    }

    private void addDebitsOfDays() {
        for (int i = 0; i < spans.size; i++) {
            int item = spans.item[i];
            long open = spans.open[i];
            boolean usual = open > 0 && spans.debit[item];
            int row = (spans.account[item] - firstAccount) * days.length;
            int end = usual ? spans.end[i] : 0;
            for (int d = spans.first[i]; d < end; d++) {
                add(row + d, days[d], spans.since[item], spans.place[item], open);
            }
            other[others] = i;
            others += usual && !special ? 0 : 1;
        }
    }

    private void add(int cell, int day, int since, int place, long open) {
        int at = cell * buckets + scheme.indexOf(day - since);
        amounts[at] = Math.addExact(amounts[at], open);
        items[at]++;
        oldest[cell] = AgedPlaces.older(oldest[cell], AgedPlaces.of(since, place));
    }

    /** Adds what few spans have: credits, and what only some ledgers and schemes ask for. */
    private void addOthers() {
        for (int o = 0; o < others; o++) {
            int item = spans.item[other[o]];
            long open = spans.open[other[o]];
            for (int d = spans.first[other[o]]; d < spans.end[other[o]]; d++) {
                if (open > 0 && spans.debit[item]) {
                    addSpecial(d, spans.account[item], spans.place[item], open);
                } else if (open != 0) {
                    // a credit, or a debit item whose settlements exceed its size: the ledger's builder never lets that
                    // happen, columns may
                    int bucket = scheme.indexOf(days[d] - spans.since[item]);
                    credits.add(spans.account[item], d, bucket, Math.negateExact(open));
                }
            }
        }
    }

    private void addSpecial(int d, int account, int place, long open) {
        if (lastNotDue < 0 && accounts.dueDay(place) >= days[d]) {
            notDue.add(account, d, 0, open);
        }
        long contested = accounts.disputedAt(place, days[d], open);
        if (contested > 0) {
            disputed.add(account, d, 0, contested);
        }
    }

    // ---- the end of a part

    /** Adds the debits of an account of the part to its line, and finds the line's oldest item. */
    private void addToLine(int account) {
        int line = lineOf[firstAccount + account] * days.length;
        int row = account * days.length;
        add(amounts, row * buckets, lineAmounts, line * buckets, days.length * buckets);
        for (int at = 0; at < days.length * buckets; at++) {
            lineItems[line * buckets + at] += items[row * buckets + at];
        }
        for (int d = 0; d < days.length; d++) {
            long aged = oldest[row + d];
            long known = lineOldest[line + d];
            if (AgedPlaces.since(aged) < AgedPlaces.since(known)) {
                lineOldest[line + d] = aged;
                lineAccount[line + d] = firstAccount + account;
            } else if (aged != AgedPlaces.NONE && AgedPlaces.since(aged) == AgedPlaces.since(known)) {
                lineOldest[line + d] = places.first(
                        places.untied(known, lineAccount[line + d], days[d]),
                        places.untied(aged, firstAccount + account, days[d]));
            }
        }
    }

    /** Adds numbers to others, and looks for overflow once at the end: that lets a processor add several at a time. */
    private static void add(long[] from, int start, long[] to, int toStart, int length) {
        long overflow = 0;
        for (int i = 0; i < length; i++) {
            long a = from[start + i];
            long b = to[toStart + i];
            long sum = a + b;
            to[toStart + i] = sum;
            overflow |= (a ^ sum) & (b ^ sum);
        }
        if (overflow < 0) {
            throw new ArithmeticException("long overflow");
        }
    }

    private void addOthersToLines(Cells cells) {
        for (int each = 0; each < days.length; each++) {
            int d = each;
            cells.addOthersTo(d, account -> {
                int line = lineOf[account] * days.length + d;
                Cell cell = lineOthers[line];
                if (cell == null) {
                    cell = new Cell(buckets);
                    lineOthers[line] = cell;
                }
                return cell;
            });
        }
    }

    private void pack(int account) {
        for (int d = 0; d < days.length; d++) {
            int cell = account * days.length + d;
            if (oldest[cell] != AgedPlaces.NONE) {
                packing.add(firstAccount + account, d, oldest[cell], amounts, items, cell * buckets, buckets);
            }
        }
    }

    // ---- the end of all parts

    /** The sums of a line at one of the days; empty where nothing is open. */
    Optional<Cell> line(int d, int ofLine) {
        int line = ofLine * days.length + d;
        Cell others = lineOthers[line];
        if (others == null && lineOldest[line] == AgedPlaces.NONE) {
            return Optional.empty();
        }
        Cell cell = new Cell(buckets);
        for (int b = 0; b < buckets; b++) {
            int at = line * buckets + b;
            cell.addDebits(b, lineAmounts[at], lineItems[at]);
            if (b <= lastNotDue) {
                cell.addNotDue(lineAmounts[at], lineItems[at]);
            }
        }
        if (lineOldest[line] != AgedPlaces.NONE) {
            cell.addOldest(places.item(places.untied(lineOldest[line], lineAccount[line], days[d])));
        }
        return Optional.of(others == null ? cell : cell.add(others));
    }
}
