package io.receivables.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * How much heap an object and all that it holds take.
 *
 * @param value the object
 * @param bytes how much more of the heap is in use with it than without it, after a collection each time
 */
record Footprint<T>(T value, long bytes) {
    static <T> Footprint<T> of(Supplier<T> maker) {
        long before = used();
        T value = maker.get();
        return new Footprint<>(value, used() - before);
    }

    private static long used() {
        // the first collection lets go of what the second can then free
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
