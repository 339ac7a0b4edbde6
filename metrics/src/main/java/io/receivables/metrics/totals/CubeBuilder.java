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
 * Builds the sums of a cube in two passes: the first one finds the days on which anything changes, and so what the sums
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
    private final int sides;

    /** The index into the cube's currencies, by that into the columns'. */
    private final int[] currencyOf;

    CubeBuilder(LedgerColumns columns, List<Currency> currencies, Workers workers) {
        accounts = columns.accounts();
        changes = new OpenChanges(accounts);
        this.workers = workers;
        sides = currencies.size() * Side.values().length;
        currencyOf = columns.currencies().stream().mapToInt(currencies::indexOf).toArray();
    }

    /** The sums, or nothing if they would take more than so many bytes. */
    Optional<CubeSums> build(long mostBytes) {
        ChangedDays changed = new ChangedDays();
        workers.gather(accounts.parts(), ChangedDays::new, ChangedDays::find).forEach(changed::add);
        List<OccurringDays> days = occurring(changed.days);
        List<OccurringDays> dueDays = occurring(changed.dueDays);
        if (sizeInBytes(days, dueDays) > mostBytes) {
            return Optional.empty();
        }
        PrefixSums[] sums = workers.all(sides, i -> new PrefixSums(days.get(i), dueDays.get(i)))
                .toArray(PrefixSums[]::new);
        int[] bounds = sliceBounds(changed.dueDays);
        workers.each(bounds.length - 1, i -> new Slice(sums, bounds[i], bounds[i + 1]).fill());
        workers.each(sides, i -> sums[i].addUp());
        return Optional.of(new CubeSums(sums));
    }

    private static List<OccurringDays> occurring(BitSet[] days) {
        return Arrays.stream(days).map(OccurringDays::new).toList();
    }

    private static long sizeInBytes(List<OccurringDays> days, List<OccurringDays> dueDays) {
        return IntStream.range(0, days.size())
                .mapToLong(i -> PrefixSums.sizeInBytes(days.get(i), dueDays.get(i)))
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
        for (int i = 0; i < slices; i++) {
            bounds[i] = occurring[(int) ((long) i * occurring.length / slices)];
        }
        bounds[slices] = OccurringDays.day(all.length());
        return bounds;
    }

    /** The days and due days on which anything changes, as bits, by side and currency. */
    private final class ChangedDays implements OpenChanges.Consumer {
        private final BitSet[] days = bitSets();
        private final BitSet[] dueDays = bitSets();
        private int currency;

        private BitSet[] bitSets() {
            return Stream.generate(BitSet::new).limit(sides).toArray(BitSet[]::new);
        }

        void find(int part) {
            accounts.eachRun(part, (account, from, to) -> {
                currency = currencyOf[accounts.currency(account)];
                for (int place = from; place < to; place++) {
                    changes.of(place, this);
                }
            });
        }

        @Override
        public void accept(Side side, int day, int dueDay, long amount) {
            int i = CubeSums.index(side, currency);
            days[i].set(OccurringDays.bit(day));
            dueDays[i].set(OccurringDays.bit(dueDay));
        }

        void add(ChangedDays other) {
            for (int i = 0; i < sides; i++) {
                days[i].or(other.days[i]);
                dueDays[i].or(other.dueDays[i]);
            }
        }
    }

    /** The changes of what is due from a day until before another. No two slices write to the same sum. */
    private final class Slice implements OpenChanges.Consumer {
        private final PrefixSums[] sums;
        private final int dueFrom;
        private final int dueBefore;
        private int currency;

        Slice(PrefixSums[] sums, int dueFrom, int dueBefore) {
            this.sums = sums;
            this.dueFrom = dueFrom;
            this.dueBefore = dueBefore;
        }

        void fill() {
            // period by period, as rows are kept: the sums of neighbouring days stay at hand
            for (int period = 0; period < accounts.periods(); period++) {
                for (int part = 0; part < accounts.parts(); part++) {
                    for (int run = accounts.firstRun(period, part); run < accounts.endRun(period, part); run++) {
                        fill(accounts.account(run), accounts.start(run), accounts.end(run));
                    }
                }
            }
        }

        private void fill(int account, int from, int to) {
            currency = currencyOf[accounts.currency(account)];
            for (int place = from; place < to; place++) {
                int dueDay = accounts.dueDay(place);
                if (dueFrom <= dueDay && dueDay < dueBefore) {
                    changes.of(place, this);
                }
            }
        }

        @Override
        public void accept(Side side, int day, int dueDay, long amount) {
            sums[CubeSums.index(side, currency)].change(day, dueDay, amount);
        }
    }
}
