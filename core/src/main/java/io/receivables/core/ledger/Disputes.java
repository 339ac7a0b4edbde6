package io.receivables.core.ledger;

import static io.receivables.core.ledger.Timeline.day;
import static io.receivables.core.ledger.Timeline.latest;

import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts disputes, from the day they begin to the day they are resolved, on the rows of what they contest. */
final class Disputes {
    private final FactRegister facts;
    private final References references;
    private final Findings findings;
    private final Timeline timeline;
    private final LedgerRows rows;
    private final Settlements settlements;

    Disputes(
            FactRegister facts,
            References references,
            Findings findings,
            Timeline timeline,
            LedgerRows rows,
            Settlements settlements) {
        this.facts = facts;
        this.references = references;
        this.findings = findings;
        this.timeline = timeline;
        this.rows = rows;
        this.settlements = settlements;
    }

    void plan() {
        Map<String, Lines> targets = new HashMap<>();
        List<Dispute> disputes = facts.all(Dispute.class);
        for (Dispute dispute : disputes) {
            Lines target = references.target(dispute, dispute.documentId());
            if (target != null && isWithinDocument(dispute, target)) {
                targets.put(dispute.id(), target);
            }
        }
        Map<String, DisputeResolution> resolutions = resolutions(targets);
        for (Dispute dispute : disputes) {
            Lines target = targets.get(dispute.id());
            if (target != null) {
                plan(dispute, target, resolutions.get(dispute.id()));
            }
        }
    }

    private boolean isWithinDocument(Dispute dispute, Lines target) {
        Money amount = dispute.amount().orElse(null);
        if (amount == null) {
            return true;
        }
        if (references.sameCurrency(dispute, amount, dispute.documentId(), target) == null) {
            return false;
        }
        Money gross = Money.ofMinor(rows.size(target), target.currency);
        if (amount.compareTo(gross) > 0) {
            facts.reject(
                    LedgerProblem.DISPUTE_ABOVE_DOCUMENT,
                    dispute,
                    "document",
                    dispute.documentId(),
                    Problem.VALUE,
                    amount,
                    "open",
                    gross);
            return false;
        }
        return true;
    }

    /** The resolution of each dispute; the earliest one counts. */
    private Map<String, DisputeResolution> resolutions(Map<String, Lines> disputes) {
        Map<String, DisputeResolution> resolutions = new HashMap<>();
        facts.all(DisputeResolution.class).stream().sorted(Timeline.BY_DATE).forEach(resolution -> {
            String disputeId = resolution.disputeId();
            Lines target = disputes.get(disputeId);
            if (target == null) {
                facts.reject(LedgerProblem.UNKNOWN_DISPUTE, resolution, "dispute", disputeId);
                return;
            }
            Money conceded = resolution.conceded().orElse(null);
            if (conceded != null && references.sameCurrency(resolution, conceded, disputeId, target) == null) {
                return;
            }
            DisputeResolution earlier = resolutions.putIfAbsent(disputeId, resolution);
            if (earlier != null) {
                facts.reject(
                        LedgerProblem.ALREADY_RESOLVED, resolution, "dispute", disputeId, "resolution", earlier.id());
            }
        });
        return resolutions;
    }

    private void plan(Dispute dispute, Lines target, @Nullable DisputeResolution resolution) {
        int from = latest(day(dispute.date()), target.firstDay);
        findings.warnIfEarly(dispute, from);
        int to = LedgerColumns.UNRESOLVED;
        if (resolution != null) {
            to = latest(from, day(resolution.date()));
            findings.warnIfEarly(resolution, to);
        }
        int until = to;
        timeline.add(from, Timeline.Step.DISPUTE, dispute, () -> contest(dispute, target.all(), from, until));
    }

    /** A part of a document contests what is open when the dispute begins, what falls due first before the rest. */
    private void contest(Dispute dispute, int[] debits, int from, int to) {
        long left = dispute.amount().map(Money::minorUnits).orElse(LedgerColumns.WHOLE);
        if (left == LedgerColumns.WHOLE) {
            for (int row : debits) {
                rows.columns().dispute(row, from, to, left);
            }
            return;
        }
        long[] sizes = rows.sizes();
        long[] parts = new long[debits.length];
        for (int i = 0; i < debits.length; i++) {
            parts[i] = Math.min(left, settlements.open(debits[i]));
            left -= parts[i];
        }
        for (int i = 0; i < debits.length; i++) {
            long more = Math.min(left, sizes[debits[i]] - parts[i]);
            left -= more;
            if (parts[i] + more > 0) {
                rows.columns().dispute(debits[i], from, to, parts[i] + more);
            }
        }
    }
}
