package io.receivables.metrics.internal;

import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
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
     * @param isCurrent which rows {@link #current()} is about, such as those not past due
     */
    public static OpenAmounts[] at(LedgerColumns columns, int day, MeasureBasis basis, IntPredicate isCurrent) {
        OpenAmounts[] amounts = perCurrency(columns, basis);
        for (int row = 0; row < columns.rows(); row++) {
            long open = columns.openAt(row, day);
            if (open > 0 && columns.isDebit(row)) {
                amounts[columns.currency(row)].addDebit(columns, row, day, open, isCurrent.test(row));
            } else if (open != 0) {
                amounts[columns.currency(row)].addCredit(columns, row, columns.isDebit(row) ? -open : open);
            }
        }
        return amounts;
    }

    /** The open debit items of one currency by issue day. */
    static SortedMap<Integer, OpenAmounts> byIssueDay(
            LedgerColumns columns, int day, MeasureBasis basis, int currency) {
        return debitsBy(columns::issueDay, columns, day, basis, currency);
    }

    /** The open debit items of one currency by the customer's index. */
    static SortedMap<Integer, OpenAmounts> byCustomer(
            LedgerColumns columns, int day, MeasureBasis basis, int currency) {
        return debitsBy(columns::customer, columns, day, basis, currency);
    }

    private static SortedMap<Integer, OpenAmounts> debitsBy(
            IntUnaryOperator key, LedgerColumns columns, int day, MeasureBasis basis, int currency) {
        SortedMap<Integer, OpenAmounts> byKey = new TreeMap<>();
        for (int row = 0; row < columns.rows(); row++) {
            long open = columns.isDebit(row) && columns.currency(row) == currency ? columns.openAt(row, day) : 0;
            if (open > 0) {
                byKey.computeIfAbsent(key.applyAsInt(row), of -> new OpenAmounts(basis))
                        .addDebit(columns, row, day, open, false);
            }
        }
        return byKey;
    }

    private void addDebit(LedgerColumns columns, int row, int day, long open, boolean isCurrent) {
        long contested = columns.disputedAt(row, day, open);
        add(debits, columns, row, open);
        add(disputed, columns, row, contested);
        if (isCurrent) {
            add(current, columns, row, open);
            add(disputedCurrent, columns, row, contested);
        }
    }

    private void addCredit(LedgerColumns columns, int row, long open) {
        boolean cash = columns.kindCode(row) == ItemKind.PAYMENT.code();
        add(cash ? unapplied : creditNotes, columns, row, open);
    }

    /** Adds a part of a row, with the tax within it where the receivables are to be without. */
    private void add(Sum sum, LedgerColumns columns, int row, long part) {
        sum.gross = Math.addExact(sum.gross, part);
        if (basis.tax() == TaxBasis.NET_OF_TAX && columns.tax(row) > 0) {
            sum.tax = sum.tax.add(BigDecimal.valueOf(columns.tax(row))
                    .multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(columns.amount(row)), Measure.PRECISION));
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
