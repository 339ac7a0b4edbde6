package io.receivables.examples.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Whole numbers by chance. Everything is derived from {@link SplittableRandom#nextLong()} here, so that the same seed
 * draws the same numbers on every JDK.
 */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Math.floorMod(random.nextLong(), (long) bound);
    }

    /** From {@code first} to {@code last}, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** From {@code centre - spread} to {@code centre + spread}, the middle more often than the ends. */
    int around(int centre, int spread) {
        return centre + Math.floorDiv(between(-spread, spread) + between(-spread, spread), 2);
    }

    boolean chance(int permille) {
        return below(1000) < permille;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** The index of one of the weights, drawn in their proportion. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
