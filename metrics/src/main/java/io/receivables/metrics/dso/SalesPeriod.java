package io.receivables.metrics.dso;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The sales of a month, or of any other stretch of days.
 *
 * @param sales invoices and debit notes less credit notes; may be zero or negative
 * @param days the days of the period, at least 1
 */
public record SalesPeriod(BigDecimal sales, int days) {
    public SalesPeriod {
        Objects.requireNonNull(sales, "sales");
        if (days < 1) {
            throw new IllegalArgumentException("days " + days + " of a sales period must be at least 1");
        }
    }

    public static SalesPeriod of(BigDecimal sales, int days) {
        return new SalesPeriod(sales, days);
    }
}
