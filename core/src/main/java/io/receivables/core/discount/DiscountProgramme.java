package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.StandingCash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a discount would have cost and brought, had it been offered on the invoices of a ledger: the discount against the cash
 * that comes in earlier. Who takes it is for the caller to say; nobody pays later because of it.
 *
 * <pre>{@code
 * ProgrammeOptions options = ProgrammeOptions.of(asOf, from, to, DiscountOffer.of("2", 10, 365), SimpleAnnualRate.of("6"))
 *         .withTakeUp("ACME", BigDecimal.valueOf(80));
 * ProgrammeFigures figures = DiscountProgramme.of(ledger, options).in("EUR");
 * figures.gain();                                          // saved less granted
 * figures.dsoEffect(1, RoundingMode.HALF_UP);              // days
 * }</pre>
 *
 * Of an invoice counts what was paid or is open, on the days on which it was paid or, for what is open, the as-of date.
 * What was credited or written off is no sale. The discount is rounded half-up for each instalment, the share of it that is
 * taken and the saving for each customer; totals are sums of lines.
 */
public final class DiscountProgramme {
    private final LedgerColumns columns;
    private final ProgrammeOptions options;
    private final int asOf;

    /** By customer and currency, as numbers of the columns. */
    private final Map<Integer, Map<Integer, Sums>> sums = new TreeMap<>();

    private DiscountProgramme(LedgerColumns columns, ProgrammeOptions options) {
        this.columns = columns;
        this.options = options;
        this.asOf = Math.toIntExact(options.asOf().toEpochDay());
    }

    /** What a customer bought in a currency, in minor units. */
    private static final class Sums {
        private long sales;
        private long discount;
        private long amountDays;
    }

    /**
     * The discount put to the invoices of a ledger.
     *
     * @throws ArithmeticException if amounts times days do not fit a {@code long} of minor units
     */
    public static ProgrammeResult of(Ledger ledger, ProgrammeOptions options) {
        return new DiscountProgramme(ledger.columns(), options).result();
    }

    private ProgrammeResult result() {
        long from = options.from().toEpochDay();
        long to = options.to().toEpochDay();
        for (int row = 0; row < columns.rows(); row++) {
            int issued = columns.issueDay(row);
            if (columns.kind(row) == ItemKind.INVOICE && issued >= from && issued <= to) {
                add(row);
            }
        }
        List<ProgrammeLine> lines = new ArrayList<>();
        sums.forEach((customer, byCurrency) -> byCurrency.forEach((currency, sum) -> lines.add(line(
                columns.customers().get(customer).id(), columns.currencies().get(currency), sum))));
        return new ProgrammeResult(options, lines);
    }

    private void add(int row) {
        Sums sum = sums.computeIfAbsent(columns.customer(row), customer -> new TreeMap<>())
                .computeIfAbsent(columns.currency(row), currency -> new Sums());
        long before = sum.sales;
        StandingCash.forEach(columns, row, asOf, (day, amount) -> add(sum, row, day, amount));
        // what is open counts as if it came in on the as-of date
        add(sum, row, asOf, columns.openAt(row, asOf));
        Money sales = Money.ofMinor(
                Math.subtractExact(sum.sales, before), columns.currencies().get(columns.currency(row)));
        Money discount = sales.percent(options.offer().percent(), RoundingMode.HALF_UP);
        sum.discount = Math.addExact(sum.discount, discount.minorUnits());
    }

    private void add(Sums sum, int row, int day, long amount) {
        long gained =
                Math.max(0, (long) day - columns.issueDay(row) - options.offer().days());
        sum.sales = Math.addExact(sum.sales, amount);
        sum.amountDays = Math.addExact(sum.amountDays, Math.multiplyExact(amount, gained));
    }

    private ProgrammeLine line(String customerId, Currency currency, Sums sum) {
        BigDecimal takeUp = options.takeUpOf(customerId).movePointLeft(2);
        Money offered = Money.ofMinor(sum.discount, currency);
        Money granted = offered.times(takeUp, RoundingMode.HALF_UP);
        BigDecimal amountDays =
                BigDecimal.valueOf(sum.amountDays, Money.digits(currency)).multiply(takeUp);
        BigDecimal saved = amountDays
                .multiply(options.financeRate().percent())
                .movePointLeft(2)
                .divide(BigDecimal.valueOf(options.offer().yearUnits()), Money.digits(currency), RoundingMode.HALF_UP);
        return new ProgrammeLine(
                customerId,
                new ProgrammeFigures(
                        Money.ofMinor(sum.sales, currency),
                        offered,
                        granted,
                        offered.minus(granted),
                        amountDays,
                        Money.of(saved, currency)));
    }
}
