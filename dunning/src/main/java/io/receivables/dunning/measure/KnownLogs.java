package io.receivables.dunning.measure;

import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A log as it was known on one day after the other. An answer as of a day depends on facts dated up to it only, so the
 * log as it is now gives the same answer on a day on which every such fact was known already; it is made anew for the
 * other days alone, of columns where they tell all, which is faster.
 */
final class KnownLogs {
    /** Columns do not tell when these became known, or what they undid. */
    private static final Set<FactKind> NOT_TOLD_BY_COLUMNS =
            EnumSet.of(FactKind.REVERSAL, FactKind.DISPUTE, FactKind.DISPUTE_RESOLUTION);

    private final CollectionLog log;

    /** The log to leave out of what was not known. */
    private final CollectionLog source;

    /** How many facts that were dated up to a day were not known on it, from each day on. */
    private final TreeMap<LocalDate, Integer> unknown = new TreeMap<>();

    KnownLogs(CollectionLog log) {
        this.log = log;
        TreeMap<LocalDate, Integer> changes = new TreeMap<>();
        boolean columnsTellAll = true;
        for (Fact fact : log.ledger().facts()) {
            boolean isLate = noteLate(changes, fact.date(), fact.recordedOn());
            columnsTellAll &= !isLate || !NOT_TOLD_BY_COLUMNS.contains(fact.kind());
        }
        for (CollectionFact fact : log.facts()) {
            noteLate(changes, fact.date(), fact.recordedOn());
        }
        int sum = 0;
        for (Map.Entry<LocalDate, Integer> change : changes.entrySet()) {
            sum += change.getValue();
            unknown.put(change.getKey(), sum);
        }
        source = columnsTellAll ? CollectionLog.of(Ledger.ofColumns(log.ledger().columns()), log.facts()) : log;
    }

    /** Notes from when to when a fact was in effect and not known; tells whether there was such a time. */
    private static boolean noteLate(Map<LocalDate, Integer> changes, LocalDate date, LocalDate recordedOn) {
        boolean isLate = recordedOn.isAfter(date);
        if (isLate) {
            changes.merge(date, 1, Integer::sum);
            changes.merge(recordedOn, -1, Integer::sum);
        }
        return isLate;
    }

    /** The log to plan with on a day. */
    CollectionLog on(LocalDate day) {
        Map.Entry<LocalDate, Integer> last = unknown.floorEntry(day);
        boolean isAllKnown = !log.ledger().facts().isEmpty() && (last == null || last.getValue() == 0);
        return isAllKnown ? log : source.knownOn(day);
    }
}
