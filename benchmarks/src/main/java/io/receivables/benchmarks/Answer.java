package io.receivables.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * An answer as all sides give it: figures, each of a date, customer, currency and part, taken in any order. Only their number,
 * their sum and a checksum are kept, for there may be millions of them. The checksum depends on every digit of every figure
 * and on what it is of; 64 bits.
 */
final class Answer {
    /** In place of a customer where the figure is of all of them. */
    static final int ALL = -1;

    /** The part that is simple DSO. */
    static final int SIMPLE = 0;

    /** The part that is count-back DSO. */
    static final int COUNT_BACK = 1;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private long figures;
    private long total;
    private long checksum;

    /** The part of a bucket's open debit items, or of its open credits. */
    static int part(int bucket, boolean credit) {
        return credit ? 8 + bucket : bucket;
    }

    /** Days in millionths, rounded half up. */
    static long millionths(BigDecimal days) {
        return days.multiply(MILLION).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Takes a figure; zero is none. */
    void add(LocalDate date, int customer, int currency, int part, long figure) {
        if (figure != 0) {
            figures++;
            total = Math.addExact(total, figure);
            long hash = mix(date.toEpochDay());
            hash = mix(hash + customer);
            hash = mix(hash + currency);
            hash = mix(hash + part);
            checksum += mix(hash + figure);
        }
    }

    /** The finalizer of SplitMix64, over a number that is never left as it is. */
    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long figures() {
        return figures;
    }

    long total() {
        return total;
    }

    String checksum() {
        return HexFormat.of().toHexDigits(checksum);
    }

    @Override
    public String toString() {
        return figures + " figures, sum " + total + ", checksum " + checksum();
    }
}
