package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import io.receivables.core.ledger.Ledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The engine of late-payment interest: principal x rate x days / basis, simple, never compound. The first day of interest
 * is the day after the due date, the last one the day of payment or the as-of date. Each payment and each change of the
 * rate begins a new line; the lines of a document are added up exactly and rounded once.
 *
 * <pre>{@code
 * LateInterestOptions options = LateInterestOptions.standard(LocalDate.parse("2024-07-30"), InterestRegimes.france());
 * InterestStatement statement = LateInterest.of(ledger, options);
 * statement.interest().get("EUR");                   // of all customers
 * statement.ofCustomer("ACME").charges();            // document by document, each with its lines
 * LateInterest.of(ledger, options, "F-1001").explain(Locale.ENGLISH).forEach(System.out::println);
 * }</pre>
 *
 * All of a payment goes to the principal. A fixed sum goes by what was open of a document when it became late; where
 * several instalments are late, by what was open of them together. Unapplied cash and credit notes that are not allocated
 * save no interest. The regimes that ship are for debts between businesses: {@link InterestStatement#ofCustomers}
 * leaves consumers out.
 */
public final class LateInterest {
    private final LateInterestOptions options;

    private LateInterest(LateInterestOptions options) {
        this.options = options;
    }

    /**
     * What one sum costs for being late; nothing, with no line, where it is not.
     *
     * @throws InterestException if a reference rate is missing or the regime has no terms for its day; the message names
     *     series or regime and date
     * @throws ArithmeticException if an amount does not fit a {@code long} of minor units
     */
    public static InterestCharge of(OverdueSum sum, LateInterestOptions options) {
        return new LateInterest(options).charge(List.of(sum));
    }

    /**
     * What all late documents of a ledger cost, paid ones too. A document that cannot be charged, because a reference
     * rate is missing, is among the problems.
     *
     * @throws ArithmeticException if an amount does not fit a {@code long} of minor units
     */
    public static InterestStatement of(Ledger ledger, LateInterestOptions options) {
        LateInterest engine = new LateInterest(options);
        List<InterestCharge> charges = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (List<OverdueSum> document : new OverdueRows(ledger, options).late()) {
            try {
                InterestCharge charge = engine.charge(document);
                if (!charge.isEmpty()) {
                    charges.add(charge);
                }
            } catch (InterestException e) {
                problems.add(of(document.get(0), e.problem()));
            }
        }
        return new InterestStatement(options, charges, problems);
    }

    /**
     * What one document of a ledger costs for being late; nothing, with no line, where it is not.
     *
     * @throws IllegalArgumentException if there is no invoice or debit note of that id
     * @throws InterestException as {@link #of(OverdueSum, LateInterestOptions)}
     */
    public static InterestCharge of(Ledger ledger, LateInterestOptions options, String documentId) {
        List<OverdueSum> document = new OverdueRows(ledger, options).of(documentId);
        Checks.that(!document.isEmpty(), () -> "document " + documentId + " is no invoice or debit note of the ledger");
        return new LateInterest(options).charge(document);
    }

    /** The instalments of one document together. */
    private InterestCharge charge(List<OverdueSum> instalments) {
        OverdueSum first = instalments.get(0);
        InterestTerms terms = options.regime()
                .on(first.issueDate())
                .orElseThrow(() -> new InterestException(Problem.of(
                        InterestProblem.REGIME_WITHOUT_RULES,
                        "regime",
                        options.regime().canonicalName(),
                        "date",
                        first.issueDate())));
        List<Accrual> accruals = instalments.stream()
                .map(sum -> new Accrual(sum, terms, options))
                .filter(Accrual::isChargeable)
                .toList();
        List<InterestLine> lines =
                accruals.stream().flatMap(accrual -> accrual.lines().stream()).toList();
        Currency currency = first.principal().currency();
        List<Problem> problems = new ArrayList<>(limits(lines, terms));
        Money fixedSum = Money.zero(currency);
        Currency owedIn = terms.fixedSum().currency().orElse(currency);
        if (owedIn.equals(currency)) {
            fixedSum = fixedSum(terms.fixedSum(), accruals, currency);
        } else if (accruals.stream().anyMatch(accrual -> !accrual.wasChargeable())) {
            problems.add(Problem.of(
                    InterestProblem.FIXED_SUM_IN_OTHER_CURRENCY,
                    "currency",
                    owedIn.getCurrencyCode(),
                    "other",
                    currency.getCurrencyCode()));
        }
        return new InterestCharge(
                first.documentId(),
                first.customerId(),
                options.regime(),
                terms,
                lines,
                rounded(lines, currency),
                options.rounding(),
                fixedSum,
                problems.stream().map(problem -> of(first, problem)).toList());
    }

    /** What the law objects to in the agreed rate over the days that bear interest. */
    private List<Problem> limits(List<InterestLine> lines, InterestTerms terms) {
        Optional<LocalDate> from = lines.stream().map(InterestLine::from).min(LocalDate::compareTo);
        Optional<LocalDate> to = lines.stream().map(InterestLine::to).max(LocalDate::compareTo);
        return from.isPresent() && to.isPresent() ? terms.check(from.get(), to.get(), options.rates()) : List.of();
    }

    /** The fixed sum that is owed by now, less what was owed before the period that is charged. */
    private static Money fixedSum(FixedSum fixedSum, List<Accrual> accruals, Currency currency) {
        List<Money> debts = accruals.stream().map(Accrual::debt).toList();
        List<Money> before = accruals.stream()
                .filter(Accrual::wasChargeable)
                .map(Accrual::debt)
                .toList();
        Money nothing = Money.zero(currency);
        return fixedSum.on(debts, nothing).minus(fixedSum.on(before, nothing));
    }

    private static Problem of(OverdueSum sum, Problem problem) {
        return problem.at(Problem.ID, sum.documentId(), InterestStatement.CUSTOMER, sum.customerId());
    }

    /** The exact sum of all lines, rounded once. */
    private Money rounded(List<InterestLine> lines, Currency currency) {
        return Money.ofMinor(
                InterestLine.exactSum(lines)
                        .divide(BigDecimal.valueOf(InterestLine.SHARES), 0, options.rounding())
                        .longValueExact(),
                currency);
    }
}
