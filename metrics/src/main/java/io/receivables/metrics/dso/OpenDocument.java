package io.receivables.metrics.dso;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is open of a document, or of all documents of a day.
 *
 * @param issueDate the issue date
 * @param amount what is open
 * @param salesOfMonth the net credit sales of the month of the issue date
 */
public record OpenDocument(LocalDate issueDate, BigDecimal amount, BigDecimal salesOfMonth) {
    public OpenDocument {
        Objects.requireNonNull(issueDate, "issueDate");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(salesOfMonth, "salesOfMonth");
    }
}
