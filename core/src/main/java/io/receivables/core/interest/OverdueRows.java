package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The debit rows of a ledger as the bare facts that interest is counted from. */
final class OverdueRows {
    private final Ledger ledger;
    private final LedgerColumns columns;
    private final LateInterestOptions options;
    private final int asOf;

    OverdueRows(Ledger ledger, LateInterestOptions options) {
        this.ledger = ledger;
        this.columns = ledger.columns();
        this.options = options;
        this.asOf = Math.toIntExact(options.asOf().toEpochDay());
    }

    /** The instalments of each document that may have been late, in the order of the rows. */
    Collection<List<OverdueSum>> late() {
        Map<String, List<OverdueSum>> documents = new LinkedHashMap<>();
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.isDebit(row) && mayHaveBeenLate(row)) {
                documents
                        .computeIfAbsent(columns.id(row), id -> new ArrayList<>())
                        .add(sum(row));
            }
        }
        return documents.values();
    }

    /** The instalments of one document; none if there is no debit document of that id. */
    List<OverdueSum> of(String documentId) {
        return Arrays.stream(ledger.rowsOf(documentId))
                .filter(columns::isDebit)
                .mapToObj(this::sum)
                .toList();
    }

    /** Passes over what was paid in time, which is most of a ledger, before anything is made of it. */
    private boolean mayHaveBeenLate(int row) {
        int due = Math.max(columns.dueDay(row), columns.issueDay(row));
        return due < asOf && columns.settledFrom(row) > due;
    }

    private OverdueSum sum(int row) {
        Currency currency = columns.currencies().get(columns.currency(row));
        List<OverdueSum.Reduction> reductions = new ArrayList<>();
        long bearing = columns.amount(row);
        for (int day : daysOfChange(row)) {
            long after = bearing(row, day);
            reductions.add(new OverdueSum.Reduction(
                    LocalDate.ofEpochDay(day), Money.ofMinor(Math.subtractExact(bearing, after), currency)));
            bearing = after;
        }
        return new OverdueSum(
                columns.id(row),
                columns.instalment(row),
                columns.customers().get(columns.customer(row)).id(),
                LocalDate.ofEpochDay(columns.issueDay(row)),
                LocalDate.ofEpochDay(columns.dueDay(row)),
                Money.ofMinor(columns.amount(row), currency),
                reductions);
    }

    /** The days up to the as-of date on which what bears interest may have changed. */
    private SortedSet<Integer> daysOfChange(int row) {
        NavigableSet<Integer> days = new TreeSet<>();
        for (int s = columns.settlementStart(row); s < columns.settlementStart(row + 1); s++) {
            days.add(effectiveDay(row, s));
        }
        if (!options.disputedBears()) {
            for (int d = columns.disputeStart(row); d < columns.disputeStart(row + 1); d++) {
                days.add(columns.disputeFrom(d));
                days.add(columns.disputeTo(d));
            }
        }
        return days.headSet(asOf, true);
    }

    /** What bears interest at the end of a day: what was open, by the options without what was contested. */
    private long bearing(int row, int day) {
        long open = columns.amount(row);
        for (int s = columns.settlementStart(row); s < columns.settlementStart(row + 1); s++) {
            if (columns.settlementDay(s) <= asOf && effectiveDay(row, s) <= day) {
                open = Math.subtractExact(open, columns.settlementAmount(s));
            }
        }
        return options.disputedBears() ? open : open - columns.disputedAt(row, day, open);
    }

    private int effectiveDay(int row, int settlement) {
        return options.creditNotesFromStart() && columns.settlementKindCode(settlement) == SettlementKind.CREDIT.code()
                ? columns.issueDay(row)
                : columns.settlementDay(settlement);
    }
}
