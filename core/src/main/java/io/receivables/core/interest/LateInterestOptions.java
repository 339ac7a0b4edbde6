package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How to charge lateness.
 *
 * @param asOf the last day that may bear interest; what happened later is not looked at
 * @param from the first day that is charged. Statements for periods that follow each other charge each day once, and a
 *     fixed sum in the period in which it became due
 * @param regime what lateness costs
 * @param rates the reference rates
 * @param rounding how the interest of a document is rounded, once, to the minor unit of its currency
 * @param graceDays a lateness of so many days costs nothing; a longer one costs from its first day
 * @param paymentDayCounts whether the day of a payment bears interest on what was paid
 * @param disputedBears whether the contested part of a document bears interest while it is contested
 * @param creditNotesFromStart whether a credit note lowers what bears interest from the document's own date; otherwise
 *     from the date on which it was allocated
 */
public record LateInterestOptions(
        LocalDate asOf,
        LocalDate from,
        InterestRegime regime,
        ReferenceRates rates,
        RoundingMode rounding,
        int graceDays,
        boolean paymentDayCounts,
        boolean disputedBears,
        boolean creditNotesFromStart) {
    private static final int MOST_GRACE_DAYS = 3_660;

    public LateInterestOptions {
        Checks.date(asOf, "asOf");
        Checks.date(from, "from");
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(rounding, "rounding");
        int days = graceDays;
        Checks.that(
                days >= 0 && days <= MOST_GRACE_DAYS,
                () -> "grace days " + days + " are not between 0 and " + MOST_GRACE_DAYS);
    }

    /**
     * All interest up to a day, with the rates that ship, rounded half-up, without grace; the day of payment counts, what
     * is disputed bears interest, and credit notes count from their allocation.
     */
    public static LateInterestOptions standard(LocalDate asOf, InterestRegime regime) {
        return new LateInterestOptions(
                asOf,
                LocalDate.of(Checks.FIRST_YEAR, 1, 1),
                regime,
                ReferenceRates.shipped(),
                RoundingMode.HALF_UP,
                0,
                true,
                true,
                false);
    }

    public LateInterestOptions from(LocalDate from) {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, disputedBears, creditNotesFromStart);
    }

    public LateInterestOptions with(ReferenceRates rates) {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, disputedBears, creditNotesFromStart);
    }

    public LateInterestOptions rounded(RoundingMode rounding) {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, disputedBears, creditNotesFromStart);
    }

    public LateInterestOptions withGraceDays(int graceDays) {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, disputedBears, creditNotesFromStart);
    }

    public LateInterestOptions withoutPaymentDay() {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, false, disputedBears, creditNotesFromStart);
    }

    public LateInterestOptions onUndisputedOnly() {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, false, creditNotesFromStart);
    }

    public LateInterestOptions withCreditNotesFromStart() {
        return new LateInterestOptions(
                asOf, from, regime, rates, rounding, graceDays, paymentDayCounts, disputedBears, true);
    }
}
