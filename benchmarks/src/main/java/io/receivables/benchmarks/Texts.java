package io.receivables.benchmarks;

import java.util.Locale;

/** How figures stand on the page: three digits that count. */
final class Texts {
    private Texts() {}

    static String figure(double figure) {
        return String.format(
                Locale.ROOT,
                figure < 0.0995 ? "%.3f" : figure < 9.95 ? "%.2f" : figure < 99.5 ? "%.1f" : "%,.0f",
                figure);
    }

    /** A time with its unit. */
    static String time(double millis) {
        double micros = millis * 1_000;
        return micros < 1
                ? figure(micros * 1_000) + " ns"
                : millis < 1 ? figure(micros) + " µs" : figure(millis) + " ms";
    }

    /** A size with its unit. */
    static String size(double bytes) {
        return bytes < 1 << 20 ? figure(bytes / 1_024) + " KiB" : figure(bytes / (1 << 20)) + " MiB";
    }
}
