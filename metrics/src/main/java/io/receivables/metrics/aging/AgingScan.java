package io.receivables.metrics.aging;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thread's passes over parts of a ledger: what is open at the end of each of several days, by age. A place is visited
 * once for all days. The sums of a part's accounts are kept in arrays that fit a processor's cache; at the end of the part
 * they are packed as {@link Cells} and added to their lines.
 *
 * <p>Nearly all entries are of debit items like any other. {@link #addDebits} is the loop for these: it calls nothing that
 * is not made part of it, which is what its speed comes from. What else there is, {@link #addOthers} adds.
 */
final class AgingScan {
    /** In place of an oldest item: later than any. */
    private static final long NONE = Long.MAX_VALUE;

    private final Accounts accounts;
    private final AgedPlaces places;
    private final BucketScheme scheme;
    private final int buckets;
    private final int lastNotDue;

    /** Whether every entry has something besides its amount and age. */
    private final boolean special;

    private final int[] days;
    private final boolean packing;

    // by day and line: the debits by bucket, an amount and a number each; the oldest item; what few lines have
    private final int[] lineOf;
    private final int lineCount;
    private final long[] lineDebits;
    private final long[] lineOldest;
    private final @Nullable Cell[] lineOthers;

    // of the block at hand
    private final OpenEntries entries;
    private final int[] other;
    private int others;

    // of the part at hand: by account, day and bucket an amount and a number; by account and day
    private int firstAccount;
    private int count;
    private long[] debits = {};
    private long[] oldest = {};
    private Cells[] cells = {};

    /**
     * @param days ascending
     * @param lineOf the line that each account belongs to
     * @param lineCount the number of lines
     * @param packing whether cells of single accounts are wanted
     */
    AgingScan(LedgerColumns columns, AgingOptions options, int[] days, int[] lineOf, int lineCount, boolean packing) {
        accounts = columns.accounts();
        places = new AgedPlaces(columns, options.basis());
        scheme = options.buckets();
        buckets = scheme.size();
        lastNotDue = lastNotDue(options);
        special = accounts.hasDisputes() || lastNotDue < 0;
        this.days = days;
        entries = new OpenEntries(accounts, options.basis(), days);
        other = new int[entries.most() + 1];
        this.packing = packing;
        this.lineOf = lineOf;
        this.lineCount = lineCount;
        lineOldest = new long[Math.multiplyExact(days.length, lineCount)];
        Arrays.fill(lineOldest, NONE);
        lineDebits = new long[Math.multiplyExact(lineOldest.length, 2 * buckets)];
        lineOthers = new Cell[lineOldest.length];
    }

    /** The bucket up to which nothing is due; below zero where the buckets do not tell. */
    static int lastNotDue(AgingOptions options) {
        return options.basis() == AgingBasis.DUE_DATE ? options.buckets().endingAt(0) : -1;
    }

    /** Scans a part, and gives the cells of its accounts by day; they are complete only if they are wanted. */
    Cells[] scan(int part) {
        open(part);
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > days[0]; period++) {
            int firstRun = accounts.firstRun(period, part);
            int end = accounts.start(accounts.endRun(period, part));
            entries.startAt(firstRun);
            for (int from = accounts.start(firstRun); from < end; from += entries.places()) {
                scan(from, Math.min(end, from + entries.places()));
            }
        }
        for (int d = 0; d < days.length; d++) {
            addToLines(d);
            if (packing) {
                pack(d);
            }
        }
        return cells;
    }

    private void open(int part) {
        firstAccount = accounts.firstAccount(part);
        count = accounts.firstAccount(part + 1) - firstAccount;
        int size = Math.multiplyExact(count, days.length);
        debits = cleared(debits, Math.multiplyExact(size, 2 * buckets), 0);
        oldest = cleared(oldest, size, NONE);
        cells = new Cells[days.length];
        Arrays.setAll(cells, d -> new Cells());
    }

    private static long[] cleared(long[] array, int size, long value) {
        long[] enough = array.length < size ? new long[size] : array;
        Arrays.fill(enough, 0, size, value);
        return enough;
    }

    private void scan(int from, int to) {
        entries.read(from, to);
        addDebits();
        addOthers();
    }

    private void addDebits() {
        others = 0;
        for (int i = 0; i < entries.size; i++) {
            int item = entries.item[i];
            int d = entries.day[i];
            long open = entries.open[i];
            int since = entries.since[item];
            boolean tied = false;
            boolean credit = open < 0 || !entries.debit[item];
            if (!credit) {
                int cell = (entries.account[item] - firstAccount) * days.length + d;
                int at = (cell * buckets + scheme.indexOf(days[d] - since)) * 2;
                debits[at] = Math.addExact(debits[at], open);
                debits[at + 1]++;
                tied = since(oldest[cell]) == since;
                oldest[cell] = Math.min(oldest[cell], dated(since, entries.place[item]));
            }
            other[others] = i;
            others += credit || tied || special ? 1 : 0;
        }
    }

    /** Adds what few entries have: credits, items of one age, and what only some ledgers and schemes ask for. */
    private void addOthers() {
        for (int o = 0; o < others; o++) {
            int item = entries.item[other[o]];
            int d = entries.day[other[o]];
            int account = entries.account[item];
            long open = entries.open[other[o]];
            if (open < 0 || !entries.debit[item]) {
                // a credit, or a debit item whose settlements exceed its size: the ledger's builder never lets that
                // happen, columns may
                int bucket = scheme.indexOf(days[d] - entries.since[item]);
                cells[d].credits().add(account, bucket, Math.negateExact(open), 1);
            } else {
                int cell = (account - firstAccount) * days.length + d;
                addTie(cell, entries.since[item], entries.place[item]);
                addSpecial(d, account, entries.place[item], open);
            }
        }
    }

    private void addTie(int cell, int since, int place) {
        if (since(oldest[cell]) == since) {
            oldest[cell] = dated(since, places.first(place(oldest[cell]), place));
        }
    }

    private void addSpecial(int d, int account, int place, long open) {
        if (lastNotDue < 0 && accounts.dueDay(place) >= days[d]) {
            cells[d].notDue().add(account, 0, open, 1);
        }
        long contested = accounts.disputedAt(place, days[d], open);
        if (contested > 0) {
            cells[d].disputed().add(account, 0, contested, 1);
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
        int width = 2 * buckets;
        for (int account = 0; account < count; account++) {
            int cell = account * days.length + d;
            if (oldest[cell] != NONE) {
                int line = d * lineCount + lineOf[firstAccount + account];
                for (int w = 0; w < width; w++) {
                    lineDebits[line * width + w] =
                            Math.addExact(lineDebits[line * width + w], debits[cell * width + w]);
                }
                boolean tied = since(oldest[cell]) == since(lineOldest[line]);
                lineOldest[line] =
                        tied ? first(lineOldest[line], oldest[cell]) : Math.min(lineOldest[line], oldest[cell]);
            }
        }
        cells[d].addOthersTo(account -> otherCell(d * lineCount + lineOf[account]));
    }

    /** Of two items of one age the one whose id comes first. */
    private long first(long a, long b) {
        return places.first(place(a), place(b)) == place(a) ? a : b;
    }

    private Cell otherCell(int line) {
        Cell cell = lineOthers[line];
        if (cell == null) {
            cell = new Cell(buckets);
            lineOthers[line] = cell;
        }
        return cell;
    }

    private void pack(int d) {
        Sums sums = cells[d].debits();
        Sums first = cells[d].oldest();
        sums.reserve(countDebits(d));
        first.reserve(count);
        for (int account = 0; account < count; account++) {
            int cell = account * days.length + d;
            if (oldest[cell] != NONE) {
                first.add(firstAccount + account, 0, place(oldest[cell]), 1);
                for (int b = 0; b < buckets; b++) {
                    int at = (cell * buckets + b) * 2;
                    if (debits[at + 1] > 0) {
                        sums.add(firstAccount + account, b, debits[at], (int) debits[at + 1]);
                    }
                }
            }
        }
    }

    private int countDebits(int d) {
        int sum = 0;
        for (int account = 0; account < count; account++) {
            int from = (account * days.length + d) * buckets;
            for (int at = from; at < from + buckets; at++) {
                sum += debits[2 * at + 1] > 0 ? 1 : 0;
            }
        }
        return sum;
    }

    // ---- the end of all parts

    /** The sums of a line at one of the days; empty where nothing is open. */
    Optional<Cell> line(int d, int ofLine) {
        int line = d * lineCount + ofLine;
        Cell others = lineOthers[line];
        if (others == null && lineOldest[line] == NONE) {
            return Optional.empty();
        }
        Cell cell = new Cell(buckets);
        for (int b = 0; b < buckets; b++) {
            int at = (line * buckets + b) * 2;
            cell.addDebits(b, lineDebits[at], Math.toIntExact(lineDebits[at + 1]));
            if (b <= lastNotDue) {
                cell.addNotDue(lineDebits[at], Math.toIntExact(lineDebits[at + 1]));
            }
        }
        if (lineOldest[line] != NONE) {
            cell.addOldest(places.item(place(lineOldest[line])));
        }
        return Optional.of(others == null ? cell : cell.add(others));
    }
}
