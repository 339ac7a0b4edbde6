package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import io.receivables.core.ledger.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * All of a payment goes to the principal. Unapplied cash and credit notes that are not allocated bear and save no
 * interest. The regimes that ship are for debts between businesses: leave consumers out of the ledger that is asked.
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
                problems.add(e.problem().at(Map.of(Problem.ID, document.get(0).documentId())));
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
        List<InterestLine> lines = new ArrayList<>();
        List<Money> debts = new ArrayList<>();
        for (OverdueSum sum : instalments) {
            Accrual accrual = new Accrual(sum, terms, options);
            lines.addAll(accrual.lines());
            if (accrual.bearsFixedSum()) {
                debts.add(accrual.debt());
            }
        }
        Currency currency = first.principal().currency();
        Set<Problem> problems = new LinkedHashSet<>();
        lines.forEach(line -> problems.addAll(terms.check(line.from(), options.rates())));
        Money fixedSum = fixedSum(terms.fixedSum(), debts, currency, problems);
        return new InterestCharge(
                first.documentId(),
                first.customerId(),
                options.regime(),
                terms,
                lines,
                rounded(lines, currency),
                options.rounding(),
                fixedSum,
                problems.stream()
                        .map(problem -> problem.at(Map.of(Problem.ID, first.documentId())))
                        .toList());
    }

    /** The fixed sum of the instalments that became late in the period, each with what was open of it then. */
    private static Money fixedSum(FixedSum fixedSum, List<Money> debts, Currency currency, Set<Problem> problems) {
        Money nothing = Money.zero(currency);
        Currency owedIn = fixedSum.currency().orElse(currency);
        if (!debts.isEmpty() && !owedIn.equals(currency)) {
            problems.add(Problem.of(
                    InterestProblem.FIXED_SUM_IN_OTHER_CURRENCY,
                    "currency",
                    owedIn.getCurrencyCode(),
                    "other",
                    currency.getCurrencyCode()));
        }
        if (debts.isEmpty() || !owedIn.equals(currency)) {
            return nothing;
        }
        return fixedSum.perInstalment()
                ? debts.stream().map(fixedSum::on).reduce(nothing, Money::plus)
                : fixedSum.on(debts.stream().reduce(nothing, Money::plus));
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
