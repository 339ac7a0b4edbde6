package io.receivables.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A document as an application without this library keeps it.
 *
 * @param credit whether it is a credit note; amounts are sizes
 * @param currency the ISO 4217 code
 * @param settlements in the order of their dates
 */
record InvoiceRow(
        String id,
        boolean credit,
        String customer,
        String currency,
        LocalDate issued,
        LocalDate due,
        BigDecimal amount,
        List<Settled> settlements) {

    /** What left the open amount of a document on a day. */
    record Settled(LocalDate date, BigDecimal amount) {}

    /** What is open at the end of a day. */
    BigDecimal openAt(LocalDate asOf) {
        if (issued.isAfter(asOf)) {
            return BigDecimal.ZERO;
        }
        return settlements.stream()
                .filter(settlement -> !settlement.date().isAfter(asOf))
                .map(Settled::amount)
                .reduce(amount, BigDecimal::subtract);
    }

    /** What is open at the end of a day, negative for a credit. */
    BigDecimal signedOpenAt(LocalDate asOf) {
        return credit ? openAt(asOf).negate() : openAt(asOf);
    }

    /** What was sold, negative for a credit. */
    BigDecimal signedAmount() {
        return credit ? amount.negate() : amount;
    }
}
