package io.receivables.dunning.cases;

import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.dunning.cases.CaseMove.OfDispute;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the moves of one case out of the ledger: money and disputes, by date. */
final class CaseFacts {
    private final Ledger ledger;
    private final LedgerColumns columns;
    private final int row;
    private final int asOfDay;
    private final Currency currency;
    private final List<CaseMove> moves = new ArrayList<>();

    private CaseFacts(Ledger ledger, int row, LocalDate asOf) {
        this.ledger = ledger;
        this.columns = ledger.columns();
        this.row = row;
        this.asOfDay = EventMoves.day(asOf);
        this.currency = columns.currencies().get(columns.currency(row));
    }

    /** The moves of a row up to a day; none if it was issued later. */
    static List<CaseMove> moves(Ledger ledger, int row, LocalDate asOf) {
        CaseFacts facts = new CaseFacts(ledger, row, asOf);
        if (facts.columns.issueDay(row) <= facts.asOfDay) {
            facts.issued();
            facts.settled();
            facts.disputed();
        }
        return facts.moves;
    }

    // ---- money

    private void issued() {
        int day = columns.issueDay(row);
        Money amount = money(columns.amount(row));
        moves.add(new OfMoney(CaseTrigger.ISSUED, date(day), amount, amount, disputed(day, columns.amount(row))));
    }

    /** The settlements; of one day, what was undone comes before what was settled anew. */
    private void settled() {
        int[] order = IntStream.range(columns.settlementsFrom(row), columns.settlementsTo(row))
                .filter(s -> columns.settlementDay(s) <= asOfDay)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(this::settlementDay)
                        .thenComparing(s -> columns.settlementAmount(s) > 0))
                .mapToInt(Integer::intValue)
                .toArray();
        long open = columns.amount(row);
        for (int s : order) {
            open = Math.subtractExact(open, columns.settlementAmount(s));
            moves.add(settlement(s, open));
        }
    }

    private static CaseTrigger undone(SettlementKind kind) {
        return switch (kind) {
            case CASH -> CaseTrigger.PAYMENT_RETURNED;
            case WRITE_OFF -> CaseTrigger.WRITE_OFF_UNDONE;
            case CREDIT, REFUND, RETURN -> CaseTrigger.SETTLEMENT_UNDONE;
        };
    }

    private int settlementDay(int settlement) {
        return Math.max(columns.issueDay(row), columns.settlementDay(settlement));
    }

    private OfMoney settlement(int settlement, long openAfter) {
        int day = settlementDay(settlement);
        long signed = columns.settlementAmount(settlement);
        Money amount = money(Math.absExact(signed));
        Money open = money(openAfter);
        Money disputed = disputed(day, openAfter);
        SettlementKind kind = columns.settlementKind(settlement);
        if (signed < 0) {
            return new OfMoney(undone(kind), date(day), amount, open, disputed);
        }
        return switch (kind) {
            case CASH -> OfMoney.payment(date(day), amount, open, disputed);
            case WRITE_OFF -> new OfMoney(CaseTrigger.WRITTEN_OFF, date(day), amount, open, disputed);
            case CREDIT, REFUND, RETURN -> new OfMoney(CaseTrigger.CREDITED, date(day), amount, open, disputed);
        };
    }

    // ---- disputes

    private void disputed() {
        if (columns.disputesFrom(row) == columns.disputesTo(row)) {
            return;
        }
        List<CaseMove> disputes = ledger.facts().isEmpty() ? disputesOfColumns() : disputesOfFacts();
        disputes.sort(Comparator.comparing(CaseMove::date).thenComparing(CaseMove::trigger));
        moves.addAll(disputes);
    }

    private List<CaseMove> disputesOfFacts() {
        Map<String, DisputeResolution> resolutions = new HashMap<>();
        List<Dispute> disputes = new ArrayList<>();
        for (Fact fact : ledger.facts()) {
            if (fact instanceof Dispute dispute && dispute.documentId().equals(columns.id(row))) {
                disputes.add(dispute);
            } else if (fact instanceof DisputeResolution resolution) {
                resolutions.put(resolution.disputeId(), resolution);
            }
        }
        disputes.sort(Comparator.comparing(Dispute::id));
        List<CaseMove> told = new ArrayList<>();
        for (Dispute dispute : disputes) {
            int from = Math.max(columns.issueDay(row), EventMoves.day(dispute.date()));
            dispute(told, CaseTrigger.DISPUTE_OPENED, from, dispute.id());
            DisputeResolution resolution = resolutions.get(dispute.id());
            if (resolution != null) {
                int to = Math.max(from, EventMoves.day(resolution.date()));
                dispute(told, ending(resolution), to, dispute.id());
            }
        }
        return told;
    }

    private static CaseTrigger ending(DisputeResolution resolution) {
        return resolution
                .finding()
                .map(finding -> switch (finding) {
                    case FOR_SELLER -> CaseTrigger.DISPUTE_FOR_SELLER;
                    case FOR_CUSTOMER -> CaseTrigger.DISPUTE_FOR_CUSTOMER;
                    case SPLIT -> CaseTrigger.DISPUTE_SPLIT;
                    case WITHDRAWN -> CaseTrigger.DISPUTE_WITHDRAWN;
                })
                .orElse(CaseTrigger.DISPUTE_ENDED);
    }

    /** Columns know neither ids nor findings: disputes are counted. */
    private List<CaseMove> disputesOfColumns() {
        List<CaseMove> told = new ArrayList<>();
        int first = columns.disputesFrom(row);
        for (int d = first; d < columns.disputesTo(row); d++) {
            String id = Integer.toString(d - first + 1);
            dispute(told, CaseTrigger.DISPUTE_OPENED, columns.disputeFrom(d), id);
            dispute(told, CaseTrigger.DISPUTE_ENDED, columns.disputeTo(d), id);
        }
        return told;
    }

    private void dispute(List<CaseMove> told, CaseTrigger trigger, int day, String id) {
        if (day <= asOfDay) {
            told.add(new OfDispute(trigger, date(day), id, disputed(day, columns.openAt(row, day))));
        }
    }

    private Money disputed(int day, long open) {
        return money(columns.disputedAt(row, day, open));
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, currency);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
