package io.receivables.metrics.internal;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What is open of one currency at the end of a day, in minor units. A debit item counts with what is open of it; where
 * its settlements exceed its size, the excess is a credit.
 */
public final class OpenAmounts {
    private final MeasureBasis basis;
    private final Sum debits = new Sum();
    private final Sum current = new Sum();
    private final Sum disputed = new Sum();
    private final Sum disputedCurrent = new Sum();
    private final Sum creditNotes = new Sum();
    private final Sum unapplied = new Sum();

    /** A sum of amounts and of the taxes within them. */
    private static final class Sum {
        private long gross;
        private BigDecimal tax = BigDecimal.ZERO;

        BigDecimal amount() {
            return BigDecimal.valueOf(gross).subtract(tax);
        }
    }

    private OpenAmounts(MeasureBasis basis) {
        this.basis = basis;
    }

    private static OpenAmounts[] perCurrency(LedgerColumns columns, MeasureBasis basis) {
        return Stream.generate(() -> new OpenAmounts(basis))
                .limit(columns.currencies().size())
                .toArray(OpenAmounts[]::new);
    }

    /**
     * The open amounts of every currency, by its index.
     *
     * @param isCurrent which places {@link #current()} is about, such as those not past due
     */
    public static OpenAmounts[] at(LedgerColumns columns, int day, MeasureBasis basis, IntPredicate isCurrent) {
        OpenAmounts[] amounts = perCurrency(columns, basis);
        Accounts accounts = columns.accounts();
        accounts.eachOpenRun(day, (account, from, to) -> {
            OpenAmounts sums = amounts[accounts.currency(account)];
            for (int place = from; place < to; place++) {
                long open = accounts.openAt(place, day);
                if (open > 0 && accounts.isDebit(place)) {
                    sums.addDebit(accounts, place, day, open, isCurrent.test(place));
                } else if (open != 0) {
                    sums.addCredit(accounts, place, accounts.isDebit(place) ? -open : open);
                }
            }
        });
        return amounts;
    }

    /** The open debit items of one currency by issue day. */
    static SortedMap<Integer, OpenAmounts> byIssueDay(
            LedgerColumns columns, int day, MeasureBasis basis, int currency) {
        Accounts accounts = columns.accounts();
        return debitsBy((account, place) -> accounts.issueDay(place), accounts, day, basis, currency);
    }

    /** The open debit items of one currency by the customer's index. */
    static SortedMap<Integer, OpenAmounts> byCustomer(
            LedgerColumns columns, int day, MeasureBasis basis, int currency) {
        Accounts accounts = columns.accounts();
        return debitsBy((account, place) -> accounts.customer(account), accounts, day, basis, currency);
    }

    private static SortedMap<Integer, OpenAmounts> debitsBy(
            IntBinaryOperator keyOfPlace, Accounts accounts, int day, MeasureBasis basis, int currency) {
        SortedMap<Integer, OpenAmounts> byKey = new TreeMap<>();
        accounts.eachOpenRun(day, (account, from, to) -> {
            int end = accounts.currency(account) == currency ? to : from;
            for (int place = from; place < end; place++) {
                long open = accounts.isDebit(place) ? accounts.openAt(place, day) : 0;
                if (open > 0) {
                    byKey.computeIfAbsent(keyOfPlace.applyAsInt(account, place), of -> new OpenAmounts(basis))
                            .addDebit(accounts, place, day, open, false);
                }
            }
        });
        return byKey;
    }

    private void addDebit(Accounts accounts, int place, int day, long open, boolean isCurrent) {
        long contested = accounts.disputedAt(place, day, open);
        add(debits, accounts, place, open);
        add(disputed, accounts, place, contested);
        if (isCurrent) {
            add(current, accounts, place, open);
            add(disputedCurrent, accounts, place, contested);
        }
    }

    private void addCredit(Accounts accounts, int place, long open) {
        boolean cash = accounts.kindCode(place) == ItemKind.PAYMENT.code();
        add(cash ? unapplied : creditNotes, accounts, place, open);
    }

    /** Adds a part of a place, with the tax within it where the receivables are to be without. */
    private void add(Sum sum, Accounts accounts, int place, long part) {
        sum.gross = Math.addExact(sum.gross, part);
        if (basis.tax() == TaxBasis.NET_OF_TAX && accounts.tax(place) > 0) {
            sum.tax = sum.tax.add(BigDecimal.valueOf(accounts.tax(place))
                    .multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(accounts.amount(place)), Measure.PRECISION));
        }
    }

    /** Open debit items less open credit notes and unapplied cash. */
    public BigDecimal receivables() {
        return debits().subtract(creditNotes.amount()).subtract(unappliedCash());
    }

    /** Open debit items. */
    public BigDecimal debits() {
        return basis.disputed() ? debits.amount() : debits.amount().subtract(disputed.amount());
    }

    /** Open debit items that are current. */
    public BigDecimal current() {
        return basis.disputed() ? current.amount() : current.amount().subtract(disputedCurrent.amount());
    }

    /** The contested part of open debit items. */
    public BigDecimal disputed() {
        return disputed.amount();
    }

    /** The contested part of open debit items that are current. */
    public BigDecimal disputedCurrent() {
        return disputedCurrent.amount();
    }

    /** Cash states no tax: it is taken to hold the share that the open debit items hold. */
    private BigDecimal unappliedCash() {
        BigDecimal cash = unapplied.amount();
        return debits.gross == 0
                ? cash
                : cash.subtract(cash.multiply(debits.tax).divide(BigDecimal.valueOf(debits.gross), Measure.PRECISION));
    }
}
