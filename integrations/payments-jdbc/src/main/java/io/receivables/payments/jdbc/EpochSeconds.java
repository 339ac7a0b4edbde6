package io.receivables.payments.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Instants as seconds since 1970 with nine decimals: exact, and in the order of time. Types for times of databases drop nanoseconds. */
final class EpochSeconds {
    private static final int DECIMALS = 9;

    private EpochSeconds() {}

    static BigDecimal of(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), DECIMALS));
    }

    static Instant instant(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(DECIMALS);
        return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValueExact());
    }
}
