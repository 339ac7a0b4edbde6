package io.receivables.dashboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * An axis with zero on it.
 *
 * @param from its least value
 * @param to its greatest value, above {@code from}
 * @param ticks round numbers from one to the other
 */
record Axis(BigDecimal from, BigDecimal to, List<BigDecimal> ticks) {
    private static final BigDecimal INTERVALS = BigDecimal.valueOf(5);
    private static final List<BigDecimal> ROUND =
            Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

    /** The axis of these values that begins and ends with a round number, with about five intervals. */
    static Axis covering(List<BigDecimal> values) {
        BigDecimal least = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal greatest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal range = greatest.subtract(least);
        BigDecimal step = range.signum() == 0 ? BigDecimal.ONE : step(range.divide(INTERVALS, MathContext.DECIMAL64));
        BigDecimal from = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal to =
                greatest.divide(step, 0, RoundingMode.CEILING).multiply(step).max(from.add(step));
        List<BigDecimal> ticks = Stream.iterate(from, tick -> tick.add(step))
                .takeWhile(tick -> tick.compareTo(to) <= 0)
                .toList();
        return new Axis(from, to, ticks);
    }

    /** The axis that just holds zero and these values, without ticks. */
    static Axis spanning(List<BigDecimal> values) {
        BigDecimal least = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal greatest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Axis(least, greatest.compareTo(least) == 0 ? least.add(BigDecimal.ONE) : greatest, List.of());
    }

    /** The least round number that is not below. */
    private static BigDecimal step(BigDecimal rough) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return ROUND.stream()
                .map(round -> round.multiply(power))
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Where a value lies between the axis' ends: 0 to {@code size}. */
    BigDecimal at(BigDecimal value, int size) {
        return value.subtract(from)
                .multiply(BigDecimal.valueOf(size))
                .divide(to.subtract(from), 3, RoundingMode.HALF_UP);
    }
}
