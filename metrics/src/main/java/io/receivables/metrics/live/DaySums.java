package io.receivables.metrics.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number for every business day, mostly zero: pages of days, of which only those with a number in them exist. */
final class DaySums {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final long[] @Nullable [] pages = new long[((Days.LAST - Days.FIRST) >> PAGE_BITS) + 1][];

    /** Adds to a day; the caller knows that the sum fits. */
    void add(int day, long number) {
        int at = day - Days.FIRST;
        long[] page = pages[at >> PAGE_BITS];
        if (page == null) {
            page = new long[PAGE];
            pages[at >> PAGE_BITS] = page;
        }
        page[at & (PAGE - 1)] += number;
    }

    /** The number of a day; zero outside of the business days, too. */
    long at(long day) {
        if (day < Days.FIRST || day > Days.LAST) {
            return 0;
        }
        int at = (int) day - Days.FIRST;
        long[] page = pages[at >> PAGE_BITS];
        return page == null ? 0 : page[at & (PAGE - 1)];
    }

    /** The sum of the days from one to another, both included. */
    long sum(int from, int to) {
        long sum = 0;
        int last = Math.min(to, Days.LAST) - Days.FIRST;
        for (int at = Math.max(from, Days.FIRST) - Days.FIRST; at <= last; ) {
            int pageEnd = Math.min(last, at | (PAGE - 1));
            long[] page = pages[at >> PAGE_BITS];
            if (page != null) {
                sum += sum(page, at & (PAGE - 1), pageEnd & (PAGE - 1));
            }
            at = pageEnd + 1;
        }
        return sum;
    }

    private static long sum(long[] page, int from, int to) {
        long sum = 0;
        for (int at = from; at <= to; at++) {
            sum += page[at];
        }
        return sum;
    }

    DaySums copy() {
        DaySums copy = new DaySums();
        Arrays.setAll(copy.pages, p -> {
            long[] page = pages[p];
            return page == null ? null : page.clone();
        });
        return copy;
    }
}
