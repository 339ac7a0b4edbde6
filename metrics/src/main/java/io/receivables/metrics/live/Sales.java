package io.receivables.metrics.live;

import java.util.Arrays;

/**
 * Amounts by day, of which the sum over any days is soon told: running sums within blocks of days, and over the blocks. An
 * amount of a day changes the sums of the days after it in its block and of the blocks after that, which are few where it is
 * of late. Days before the first and after the last amount are not kept.
 */
final class Sales {
    private static final int BLOCK_BITS = 5;
    private static final int BLOCK = 1 << BLOCK_BITS;

    /** The first day that is kept; a block begins with it. */
    private int first;

    /** For each day the sum from the beginning of its block to it. */
    private long[] withinBlock;

    /** For each block the sum of all blocks before it. */
    private long[] beforeBlock;

    Sales() {
        this(Days.FIRST, new long[0], new long[0]);
    }

    private Sales(int first, long[] withinBlock, long[] beforeBlock) {
        this.first = first;
        this.withinBlock = withinBlock;
        this.beforeBlock = beforeBlock;
    }

    Sales copy() {
        return new Sales(first, withinBlock.clone(), beforeBlock.clone());
    }

    /** Adds to a day; the caller knows that the sums fit. */
    void add(int day, long amount) {
        keep(day);
        int at = day - first;
        for (int later = at; later <= (at | (BLOCK - 1)); later++) {
            withinBlock[later] += amount;
        }
        for (int later = (at >> BLOCK_BITS) + 1; later < beforeBlock.length; later++) {
            beforeBlock[later] += amount;
        }
    }

    private void keep(int day) {
        int begin = Days.FIRST + ((day - Days.FIRST) & -BLOCK);
        if (beforeBlock.length == 0) {
            first = begin;
        }
        int end = first + withinBlock.length;
        if (begin < first || begin >= end) {
            extend(Math.min(begin, first), Math.max(begin + BLOCK, end));
        }
    }

    private void extend(int begin, int end) {
        long all = upTo(end);
        int blocks = (end - begin) >> BLOCK_BITS;
        int shift = (first - begin) >> BLOCK_BITS;
        long[] within = new long[end - begin];
        long[] before = new long[blocks];
        System.arraycopy(withinBlock, 0, within, shift << BLOCK_BITS, withinBlock.length);
        System.arraycopy(beforeBlock, 0, before, shift, beforeBlock.length);
        Arrays.fill(before, shift + beforeBlock.length, blocks, all);
        first = begin;
        withinBlock = within;
        beforeBlock = before;
    }

    /** The sum of the days from one to another, both included. */
    long sum(int from, int to) {
        return upTo(to) - upTo(from - 1);
    }

    private long upTo(int day) {
        int at = Math.min(day - first, withinBlock.length - 1);
        return at < 0 ? 0 : beforeBlock[at >> BLOCK_BITS] + withinBlock[at];
    }
}
