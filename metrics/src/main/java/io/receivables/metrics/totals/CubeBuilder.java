package io.receivables.metrics.totals;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds the sums of a cube in two passes: the first one finds the days on which anything may change, and so what the sums
 * will take; the second one gives them the changes.
 *
 * <p>The second pass is cut into slices of due days, and each looks at all places to pick its own. This costs reading the
 * narrow column of due days once for each slice, and spares every thread a copy of the sums: building takes no more memory
 * than the result, for any number of threads.
 */
final class CubeBuilder {
    private final Accounts accounts;
    private final OpenChanges changes;
    private final Workers workers;
    private final int currencies;

    /** The index into the cube's currencies, by that into the columns'. */
    private final int[] currencyOf;

    CubeBuilder(LedgerColumns columns, List<Currency> currencies, Workers workers) {
        accounts = columns.accounts();
        changes = new OpenChanges(accounts);
        this.workers = workers;
        this.currencies = currencies.size();
        currencyOf = columns.currencies().stream().mapToInt(currencies::indexOf).toArray();
    }

    /** The sums, or nothing if they would take more than so many bytes. */
    Optional<CubeSums> build(long mostBytes) {
        ChangeDays found = new ChangeDays();
        workers.gather(accounts.parts(), ChangeDays::new, ChangeDays::find).forEach(found::add);
        List<OccurringDays> days = occurring(found.days);
        List<OccurringDays> dueDays = occurring(found.dueDays);
        if (sizeInBytes(days, dueDays) > mostBytes) {
            return Optional.empty();
        }
        CurrencySums[] sums = workers.all(currencies, c -> new CurrencySums(days.get(c), dueDays.get(c)))
                .toArray(CurrencySums[]::new);
        int[] bounds = sliceBounds(found.dueDays);
        workers.each(bounds.length - 1, slice -> fill(sums, bounds[slice], bounds[slice + 1]));
        for (Side side : Side.values()) {
            workers.each(currencies, c -> sums[c].addUp(side));
        }
        return Optional.of(new CubeSums(sums));
    }

    private static List<OccurringDays> occurring(BitSet[] days) {
        return Arrays.stream(days).map(OccurringDays::new).toList();
    }

    private static long sizeInBytes(List<OccurringDays> days, List<OccurringDays> dueDays) {
        return IntStream.range(0, days.size())
                .mapToLong(c -> CurrencySums.sizeInBytes(days.get(c), dueDays.get(c)))
                .sum();
    }

    /** The first due day of each slice, and the day after those of the last: of those that occur, as many in each. */
    private int[] sliceBounds(BitSet[] dueDays) {
        BitSet all = new BitSet();
        Arrays.stream(dueDays).forEach(all::or);
        int[] occurring = all.stream().map(OccurringDays::day).toArray();
        // two for each thread, lest one waits for another; how they are cut does not show in the sums
        int slices = Math.min(workers.threads() == 1 ? 1 : 2 * workers.threads(), occurring.length);
        int[] bounds = new int[slices + 1];
        for (int slice = 0; slice < slices; slice++) {
            bounds[slice] = occurring[(int) ((long) slice * occurring.length / slices)];
        }
        bounds[slices] = OccurringDays.day(all.length());
        return bounds;
    }

    /** Gives the sums the changes of what is due from a day until before another: those of no other slice. */
    private void fill(CurrencySums[] sums, int dueFrom, int dueBefore) {
        // period by period, as rows are kept: the sums of neighbouring days stay at hand
        for (int period = 0; period < accounts.periods(); period++) {
            for (int part = 0; part < accounts.parts(); part++) {
                for (int run = accounts.firstRun(period, part); run < accounts.endRun(period, part); run++) {
                    fill(sums[currencyOf(accounts.account(run))], run, dueFrom, dueBefore);
                }
            }
        }
    }

    private void fill(CurrencySums sums, int run, int dueFrom, int dueBefore) {
        int end = accounts.end(run);
        for (int place = accounts.start(run); place < end; place++) {
            int dueDay = accounts.dueDay(place);
            if (dueFrom <= dueDay && dueDay < dueBefore) {
                changes.addTo(sums, place);
            }
        }
    }

    private int currencyOf(int account) {
        return currencyOf[accounts.currency(account)];
    }

    /** The days on which what is open may change and the due days of what is, as bits, by currency. */
    private final class ChangeDays {
        private final BitSet[] days = bitSets();
        private final BitSet[] dueDays = bitSets();

        private BitSet[] bitSets() {
            return Stream.generate(BitSet::new).limit(currencies).toArray(BitSet[]::new);
        }

        void find(int part) {
            accounts.eachRun(
                    part,
                    (account, from, to) -> find(days[currencyOf(account)], dueDays[currencyOf(account)], from, to));
        }

        private void find(BitSet changing, BitSet due, int from, int to) {
            for (int place = from; place < to; place++) {
                due.set(OccurringDays.bit(accounts.dueDay(place)));
                int issued = accounts.issueDay(place);
                changing.set(OccurringDays.bit(issued));
                int end = accounts.settlementStart(place + 1);
                for (int s = accounts.settlementStart(place); s < end; s++) {
                    changing.set(OccurringDays.bit(Math.max(issued, accounts.settlementDay(s))));
                }
            }
        }

        void add(ChangeDays other) {
            for (int c = 0; c < currencies; c++) {
                days[c].or(other.days[c]);
                dueDays[c].or(other.dueDays[c]);
            }
        }
    }
}
