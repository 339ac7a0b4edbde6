package io.receivables.metrics.internal;

import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

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
    private final Map<Integer, Sum> debitsByIssueDay = new TreeMap<>();

    /** A sum of amounts and of the taxes within them. */
    private static final class Sum {
        private long gross;
        private BigDecimal tax = BigDecimal.ZERO;

        void add(long amount, BigDecimal ofWhichTax) {
            gross = Math.addExact(gross, amount);
            tax = tax.add(ofWhichTax);
        }

        BigDecimal amount() {
            return BigDecimal.valueOf(gross).subtract(tax);
        }
    }

    private OpenAmounts(MeasureBasis basis) {
        this.basis = basis;
    }

    /**
     * The open amounts of every currency, by its index.
     *
     * @param isCurrent which rows {@link #current()} is about, such as those not past due
     */
    public static OpenAmounts[] at(LedgerColumns columns, int day, MeasureBasis basis, IntPredicate isCurrent) {
        OpenAmounts[] amounts = new OpenAmounts[columns.currencies().size()];
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = new OpenAmounts(basis);
        }
        for (int row = 0; row < columns.rows(); row++) {
            long open = columns.openAt(row, day);
            if (open > 0 && columns.isDebit(row)) {
                amounts[columns.currency(row)].addDebit(
                        columns, row, open, columns.disputedAt(row, day, open), isCurrent.test(row));
            } else if (open != 0) {
                amounts[columns.currency(row)].addCredit(columns, row, columns.isDebit(row) ? -open : open);
            }
        }
        return amounts;
    }

    private void addDebit(LedgerColumns columns, int row, long open, long contested, boolean isCurrent) {
        BigDecimal tax = tax(columns, row, open);
        BigDecimal contestedTax = tax(columns, row, contested);
        debits.add(open, tax);
        disputed.add(contested, contestedTax);
        if (isCurrent) {
            current.add(open, tax);
            disputedCurrent.add(contested, contestedTax);
        }
        Sum ofDay = debitsByIssueDay.computeIfAbsent(columns.issueDay(row), day -> new Sum());
        ofDay.add(open, tax);
        if (!basis.disputed()) {
            ofDay.add(-contested, contestedTax.negate());
        }
    }

    private void addCredit(LedgerColumns columns, int row, long open) {
        boolean cash = columns.kindCode(row) == ItemKind.PAYMENT.code();
        (cash ? unapplied : creditNotes).add(open, tax(columns, row, open));
    }

    /** The tax within a part of a row, where the receivables are to be without it. */
    private BigDecimal tax(LedgerColumns columns, int row, long part) {
        long tax = columns.tax(row);
        return basis.tax() != TaxBasis.NET_OF_TAX || tax == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(tax)
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(columns.amount(row)), Measure.PRECISION);
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

    /** Open debit items by issue day. */
    public Map<Integer, BigDecimal> debitsByIssueDay() {
        Map<Integer, BigDecimal> byDay = new TreeMap<>();
        debitsByIssueDay.forEach((day, sum) -> byDay.put(day, sum.amount()));
        return byDay;
    }

    /** Cash states no tax: it is taken to hold the share that the open debit items hold. */
    private BigDecimal unappliedCash() {
        BigDecimal cash = unapplied.amount();
        return debits.gross == 0
                ? cash
                : cash.subtract(cash.multiply(debits.tax).divide(BigDecimal.valueOf(debits.gross), Measure.PRECISION));
    }
}
