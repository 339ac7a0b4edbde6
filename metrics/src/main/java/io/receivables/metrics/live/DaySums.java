package io.receivables.metrics.live;

import org.jspecify.annotations.Nullable;

/**
 * An amount and a number of items for every business day, mostly zero: pages of days, of which only those with anything in
 * them exist.
 */
final class DaySums {
    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;

    private static final int AMOUNT = 0;
    private static final int ITEMS = 1;

    /** Of each day its amount and its number of items, side by side. */
    private final long[] @Nullable [] pages = new long[((Days.LAST - Days.FIRST) >> PAGE_BITS) + 1][];

    /** Adds to a day; the caller knows that the sums fit. */
    void add(int day, long amount, int items) {
        int at = day - Days.FIRST;
        long[] page = pages[at >> PAGE_BITS];
        if (page == null) {
            page = new long[2 * PAGE];
            pages[at >> PAGE_BITS] = page;
        }
        int cell = 2 * (at & (PAGE - 1));
        page[cell + AMOUNT] += amount;
        page[cell + ITEMS] += items;
    }

    /** The amount of a day; zero outside of the business days, too. */
    long amount(long day) {
        return value(day, AMOUNT);
    }

    /** The number of items of a day. */
    long items(long day) {
        return value(day, ITEMS);
    }

    private long value(long day, int which) {
        if (day < Days.FIRST || day > Days.LAST) {
            return 0;
        }
        int at = (int) day - Days.FIRST;
        long[] page = pages[at >> PAGE_BITS];
        return page == null ? 0 : page[2 * (at & (PAGE - 1)) + which];
    }
}
