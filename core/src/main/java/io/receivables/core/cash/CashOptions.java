package io.receivables.core.cash;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How bank lines are applied.
 *
 * @param asOf the day on which it is done: what is open at its end can be paid, and facts are recorded on it
 * @param matcher says what a line pays
 * @param dated by which of a line's days a payment counts
 * @param suspenseCustomer on whose account money is booked of which nobody knows who paid it; empty to leave it unbooked
 */
public record CashOptions(LocalDate asOf, LineMatcher matcher, DatedBy dated, String suspenseCustomer) {
    /** Which of a line's days is the payment's. {@link #code()} is the pinned text. */
    public enum DatedBy {
        /** The day it was booked, as the bank's balance counts. */
        BOOKING_DATE("booking-date"),
        /** The day from which the money is at the payee's disposal, as interest counts. */
        VALUE_DATE("value-date");

        private final String code;

        DatedBy(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public CashOptions {
        Checks.date(asOf, "asOf");
        Objects.requireNonNull(matcher, "matcher");
        Objects.requireNonNull(dated, "dated");
        Objects.requireNonNull(suspenseCustomer, "suspenseCustomer");
    }

    /** What is named exactly is paid, by booking date; what nobody is known for stays unbooked. */
    public static CashOptions standard(LocalDate asOf) {
        return new CashOptions(asOf, LineMatcher.exact(), DatedBy.BOOKING_DATE, "");
    }

    public CashOptions withMatcher(LineMatcher matcher) {
        return new CashOptions(asOf, matcher, dated, suspenseCustomer);
    }

    public CashOptions datedBy(DatedBy dated) {
        return new CashOptions(asOf, matcher, dated, suspenseCustomer);
    }

    /** Books what nobody is known for as unapplied cash of this customer, who stands for "not identified yet". */
    public CashOptions withSuspenseCustomer(String customerId) {
        return new CashOptions(asOf, matcher, dated, Checks.id(customerId, "suspense customer"));
    }

    LocalDate dateOf(BankLine line) {
        return dated == DatedBy.VALUE_DATE ? line.valueDate() : line.bookingDate();
    }
}
