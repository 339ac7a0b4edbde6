package io.receivables.core.discount;

import io.receivables.core.interest.SimpleAnnualRate;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A discount put to the invoices of the past.
 *
 * @param asOf the day at whose end payments are looked at; what is open then counts as paid on that day
 * @param from the first issue date of the invoices
 * @param to the last issue date of the invoices, the as-of date or before
 * @param offer the discount, counted in days
 * @param financeRate what money costs the seller
 * @param takeUpPercent the share of its invoices that a customer would pay early, 0 to 100, for those not named
 * @param takeUpByCustomer the same for single customers, by their id
 */
public record ProgrammeOptions(
        LocalDate asOf,
        LocalDate from,
        LocalDate to,
        DiscountOffer offer,
        SimpleAnnualRate financeRate,
        BigDecimal takeUpPercent,
        Map<String, BigDecimal> takeUpByCustomer) {

    /** With fewer units to a year they are months. */
    private static final int SHORTEST_YEAR = 360;

    public ProgrammeOptions {
        Checks.date(asOf, "asOf");
        Checks.date(from, "from");
        Checks.date(to, "to");
        Checks.that(!to.isBefore(from), () -> "window from " + from + " to " + to + " ends before it begins");
        Checks.that(!to.isAfter(asOf), () -> "window to " + to + " ends after the as-of date " + asOf);
        int year = offer.yearUnits();
        Checks.that(year >= SHORTEST_YEAR, () -> "a year of " + year + " has no days: use 360 or 365");
        Objects.requireNonNull(financeRate, "finance rate");
        DiscountOffer.checkTakeUp(takeUpPercent);
        takeUpByCustomer = Map.copyOf(takeUpByCustomer);
        takeUpByCustomer.values().forEach(DiscountOffer::checkTakeUp);
    }

    /** A discount that nobody takes yet. */
    public static ProgrammeOptions of(
            LocalDate asOf, LocalDate from, LocalDate to, DiscountOffer offer, SimpleAnnualRate financeRate) {
        return new ProgrammeOptions(asOf, from, to, offer, financeRate, BigDecimal.ZERO, Map.of());
    }

    /** These options with the share of invoices that customers who are not named would pay early. */
    public ProgrammeOptions withTakeUp(BigDecimal percent) {
        return new ProgrammeOptions(asOf, from, to, offer, financeRate, percent, takeUpByCustomer);
    }

    /** These options with the share of its invoices that one customer would pay early. */
    public ProgrammeOptions withTakeUp(String customerId, BigDecimal percent) {
        Map<String, BigDecimal> more = new HashMap<>(takeUpByCustomer);
        more.put(customerId, percent);
        return new ProgrammeOptions(asOf, from, to, offer, financeRate, takeUpPercent, more);
    }

    BigDecimal takeUpOf(String customerId) {
        return takeUpByCustomer.getOrDefault(customerId, takeUpPercent);
    }
}
