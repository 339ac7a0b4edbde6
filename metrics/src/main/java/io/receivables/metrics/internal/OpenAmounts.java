package io.receivables.metrics.internal;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.ItemKind;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

        void add(Sum more) {
            gross = Math.addExact(gross, more.gross);
            tax = tax.add(more.tax);
        }

        BigDecimal amount() {
            return BigDecimal.valueOf(gross).subtract(tax);
        }
    }

    private OpenAmounts(MeasureBasis basis) {
        this.basis = basis;
    }

    /**
     * The open amounts of every currency, by its number.
     *
     * @param currentBy which day of an item decides whether it is in {@link #current()}
     * @param notBefore the first such day on which it is
     */
    static List<OpenAmounts> at(Columns columns, int day, MeasureBasis basis, PlaceDay currentBy, int notBefore) {
        return columns.sumOpen(
                day,
                () -> new OpenAmounts(basis),
                (amounts, run) -> amounts.add(run, day, currentBy, notBefore),
                OpenAmounts::plus);
    }

    private void add(Run run, int day, PlaceDay currentBy, int notBefore) {
        Accounts accounts = run.accounts();
        for (int place = run.from(); place < run.to(); place++) {
            long open = accounts.openAt(place, day);
            if (open > 0 && accounts.isDebit(place)) {
                addDebit(accounts, place, day, open, currentBy.of(accounts, place) >= notBefore);
            } else if (open != 0) {
                addCredit(accounts, place, accounts.isDebit(place) ? -open : open);
            }
        }
    }

    /** By what open debit items are added up. */
    @FunctionalInterface
    interface Key<K> {
        K of(Run run, int place);
    }

    /** The open debit items of every currency, by its number and then by a key. */
    static <K> List<Map<K, OpenAmounts>> debitsBy(Key<K> key, Columns columns, int day, MeasureBasis basis) {
        return columns.sumOpen(
                day, HashMap::new, (amounts, run) -> addDebits(amounts, key, run, day, basis), OpenAmounts::plus);
    }

    private static <K> void addDebits(Map<K, OpenAmounts> byKey, Key<K> key, Run run, int day, MeasureBasis basis) {
        Accounts accounts = run.accounts();
        for (int place = run.from(); place < run.to(); place++) {
            long open = accounts.isDebit(place) ? accounts.openAt(place, day) : 0;
            if (open > 0) {
                byKey.computeIfAbsent(key.of(run, place), of -> new OpenAmounts(basis))
                        .addDebit(accounts, place, day, open, false);
            }
        }
    }

    private static <K> Map<K, OpenAmounts> plus(Map<K, OpenAmounts> byKey, Map<K, OpenAmounts> more) {
        more.forEach((key, amounts) -> byKey.merge(key, amounts, OpenAmounts::plus));
        return byKey;
    }

    private OpenAmounts plus(OpenAmounts more) {
        debits.add(more.debits);
        current.add(more.current);
        disputed.add(more.disputed);
        disputedCurrent.add(more.disputedCurrent);
        creditNotes.add(more.creditNotes);
        unapplied.add(more.unapplied);
        return this;
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
