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
import java.util.NavigableMap;
import java.util.TreeMap;

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
        NavigableMap<Integer, Long> reductions = settlements(row);
        if (!options.disputedBears()) {
            leaveOutDisputed(row, reductions);
        }
        return new OverdueSum(
                columns.id(row),
                columns.instalment(row),
                columns.customers().get(columns.customer(row)).id(),
                LocalDate.ofEpochDay(columns.issueDay(row)),
                LocalDate.ofEpochDay(columns.dueDay(row)),
                Money.ofMinor(columns.amount(row), currency),
                reductions.entrySet().stream()
                        .map(entry -> new OverdueSum.Reduction(
                                LocalDate.ofEpochDay(entry.getKey()), Money.ofMinor(entry.getValue(), currency)))
                        .toList());
    }

    /** What was settled up to the as-of date, by day. */
    private NavigableMap<Integer, Long> settlements(int row) {
        NavigableMap<Integer, Long> settled = new TreeMap<>();
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            if (columns.settlementDay(s) <= asOf) {
                settled.merge(effectiveDay(row, s), columns.settlementAmount(s), Math::addExact);
            }
        }
        return settled;
    }

    /** Takes off what is contested on the day on which it begins to be, and adds it again when it no longer is. */
    private void leaveOutDisputed(int row, NavigableMap<Integer, Long> reductions) {
        for (int d = columns.disputesFrom(row); d < columns.disputesTo(row); d++) {
            reductions.putIfAbsent(columns.disputeFrom(d), 0L);
            reductions.putIfAbsent(columns.disputeTo(d), 0L);
        }
        reductions.tailMap(asOf, false).clear();
        long open = columns.amount(row);
        long contested = 0;
        for (Map.Entry<Integer, Long> each : reductions.entrySet()) {
            open = Math.subtractExact(open, each.getValue());
            long now = columns.disputedAt(row, each.getKey(), open);
            each.setValue(each.getValue() + now - contested);
            contested = now;
        }
    }

    private int effectiveDay(int row, int settlement) {
        return options.creditNotesFromStart() && columns.settlementKindCode(settlement) == SettlementKind.CREDIT.code()
                ? columns.issueDay(row)
                : columns.settlementDay(settlement);
    }
}
