package io.receivables.metrics.aging;

/**
 * A range of ages in days, both ends included.
 *
 * @param from the least age, or {@link #UNBOUNDED_BELOW}
 * @param to the greatest age, or {@link #UNBOUNDED_ABOVE}
 */
public record Bucket(int from, int to) {
    public static final int UNBOUNDED_BELOW = Integer.MIN_VALUE;
    public static final int UNBOUNDED_ABOVE = Integer.MAX_VALUE;

    public Bucket {
        if (from > to) {
            throw new IllegalArgumentException("bucket from " + from + " to " + to + " is empty: from exceeds to");
        }
    }

    /** The bucket's name, the same in every language: {@code not-due}, {@code 31-60}, {@code 91+}. */
    public String label() {
        if (from == UNBOUNDED_BELOW) {
            return to == 0 ? "not-due" : to == UNBOUNDED_ABOVE ? "all" : "up to " + to;
        }
        if (to == UNBOUNDED_ABOVE) {
            return from + "+";
        }
        return from < 0 ? from + " to " + to : from == to ? Integer.toString(from) : from + "-" + to;
    }

    /** Whether an age lies in this bucket. */
    public boolean contains(int age) {
        return from <= age && age <= to;
    }
}
