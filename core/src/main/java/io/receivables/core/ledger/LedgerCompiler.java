package io.receivables.core.ledger;

import static io.receivables.core.ledger.Timeline.day;
import static io.receivables.core.ledger.Timeline.latest;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into a ledger: registers them by id, lays out the rows, plans on which day each of the others takes effect,
 * and replays them day by day. Replaying by day, not in the order given, is what makes a balance as of D independent of
 * facts dated later.
 */
final class LedgerCompiler {
    private final FactRegister facts = new FactRegister();
    private final LedgerRows rows;
    private final References references;
    private final Settlements settlements;
    private final Findings findings;
    private final Timeline timeline = new Timeline();

    private final Map<String, Integer> allocationDays = new HashMap<>();
    private final Map<String, Ended> endedPayments = new HashMap<>();
    private final Map<String, Ended> endedAllocations = new LinkedHashMap<>();
    private final Map<String, Applied> appliedById = new HashMap<>();
    private final Map<String, List<Applied>> appliedByPayment = new HashMap<>();

    /** The reversal that ends something, and when. */
    private record Ended(Reversal reversal, int day) {}

    /** An allocation that took effect: the settlements from one number to another. */
    private static final class Applied {
        final int from;
        final int to;
        boolean undone;

        Applied(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /** A document that a payment was sent for, and the id of the allocation that is made of it. */
    private record Remitted(String allocationId, String documentId, Lines target) {}

    LedgerCompiler(Map<String, Customer> customers, List<LedgerBuilder.Given> given) {
        List<LedgerBuilder.Given> remittances = new ArrayList<>();
        for (LedgerBuilder.Given each : given) {
            if (facts.add(each.fact()) && !each.documentIds().isEmpty()) {
                remittances.add(each);
            }
        }
        remittances.sort(Comparator.comparing(each -> each.fact().id()));
        rows = new LedgerRows(facts, customers);
        references = new References(facts, rows);
        settlements = new Settlements(rows.sizes());
        findings = new Findings(facts, settlements);
        facts.all(Allocation.class).forEach(this::plan);
        remittances.forEach(each -> plan((Payment) each.fact(), each.documentIds()));
        facts.all(Refund.class).forEach(this::plan);
        facts.all(WriteOff.class).forEach(this::plan);
        facts.all(Reversal.class).stream().sorted(Timeline.BY_DATE).forEach(this::plan);
        new Disputes(facts, references, findings, timeline, rows, settlements).plan();
    }

    Ledger compile() {
        timeline.replay();
        endedAllocations.values().forEach(this::rejectIfIdle);
        forget();
        settlements.writeTo(rows.columns());
        List<Problem> warnings =
                problems().stream().filter(problem -> !problem.isError()).toList();
        return new Ledger(rows.columns().build(), facts.kept(), warnings);
    }

    /** Lets go of what was only needed until now, which is most of it, before the columns are made. */
    private void forget() {
        allocationDays.clear();
        appliedById.clear();
        appliedByPayment.clear();
        rows.forgetLines();
    }

    List<Problem> problems() {
        return facts.problems();
    }

    // ---- allocations

    private void plan(Allocation allocation) {
        Lines source = references.source(allocation, allocation.source(), allocation.sourceId(), allocation.amount());
        Lines target = source == null
                ? null
                : references.target(allocation, allocation.documentId(), allocation.instalment(), allocation.amount());
        if (source == null || target == null) {
            return;
        }
        int day = latest(day(allocation.date()), source.firstDay, target.firstDay);
        allocationDays.put(allocation.id(), day);
        timeline.add(new Timeline.Event(
                day,
                Timeline.Step.ALLOCATION,
                day(allocation.recordedOn()),
                allocation.sourceId(),
                0,
                allocation.id(),
                () -> allocate(allocation, source, target, day)));
    }

    private void allocate(Allocation allocation, Lines source, Lines target, int day) {
        int[] debits = target.of(allocation.instalment());
        int[] credits = source.all();
        if (isSourceReversedBefore(allocation, day) || isUndoneOn(allocation, day)) {
            return; // what is undone on its own day no end of day ever sees
        }
        if (!findings.isCovered(allocation, allocation.amount(), debits, allocation.documentId(), day)
                || !findings.hasLeft(allocation, allocation.amount(), credits, Findings.sourceOf(allocation, day))) {
            return;
        }
        findings.warnAboutDates(allocation, target, day);
        findings.warnAboutCustomers(allocation, source, target);
        int from = settlements.size();
        long amount = allocation.amount().minorUnits();
        SettlementKind kind = isOfPayment(allocation) ? SettlementKind.CASH : SettlementKind.CREDIT;
        int recorded = latest(day(allocation.recordedOn()), source.recordedDay, target.recordedDay);
        settlements.settle(debits, amount, kind, day, recorded);
        settlements.settle(credits, amount, kind, day, recorded);
        remember(allocation, new Applied(from, settlements.size()));
    }

    /** Only what some reversal ends has to be found again. */
    private void remember(Allocation allocation, Applied applied) {
        if (endedAllocations.containsKey(allocation.id())) {
            appliedById.put(allocation.id(), applied);
        }
        if (isOfPayment(allocation) && endedPayments.containsKey(allocation.sourceId())) {
            appliedByPayment
                    .computeIfAbsent(allocation.sourceId(), id -> new ArrayList<>())
                    .add(applied);
        }
    }

    private static boolean isOfPayment(Allocation allocation) {
        return allocation.source() == Allocation.Source.PAYMENT;
    }

    private boolean isUndoneOn(Allocation allocation, int day) {
        Ended end = endedAllocations.get(allocation.id());
        return (end != null && end.day == day) || (isOfPayment(allocation) && isReversedBy(allocation.sourceId(), day));
    }

    private boolean isSourceReversedBefore(Allocation allocation, int day) {
        boolean reversed = isOfPayment(allocation) && isReversedBy(allocation.sourceId(), day - 1);
        if (reversed) {
            facts.reject(LedgerProblem.SOURCE_REVERSED, allocation, Findings.sourceOf(allocation, day));
        }
        return reversed;
    }

    private boolean isReversedBy(String paymentId, int day) {
        Ended ended = endedPayments.get(paymentId);
        return ended != null && ended.day <= day;
    }

    // ---- payments that name documents

    private void plan(Payment payment, List<String> documentIds) {
        Lines source = Objects.requireNonNull(rows.payment(payment.id()));
        if (documentIds.size() == 1) {
            // nearly all payments of a large ledger: nothing is kept for it but what its day needs
            Remitted only = remitted(payment, documentIds.get(0));
            if (only != null) {
                int day = latest(source.firstDay, only.target.firstDay);
                allocationDays.put(only.allocationId, day);
                plan(payment, source, day, List.of(only), documentIds);
            }
            return;
        }
        NavigableMap<Integer, List<Remitted>> byDay = new TreeMap<>();
        List<String> found = new ArrayList<>();
        for (String documentId : new LinkedHashSet<>(documentIds)) {
            Remitted each = remitted(payment, documentId);
            if (each != null) {
                int day = latest(source.firstDay, each.target.firstDay);
                allocationDays.put(each.allocationId, day);
                found.add(documentId);
                byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(each);
            }
        }
        byDay.forEach((day, remitted) ->
                plan(payment, source, day, remitted, day.equals(byDay.lastKey()) ? found : List.of()));
    }

    /** A document that a payment names, or null after reporting that it cannot settle it. */
    private @Nullable Remitted remitted(Payment payment, String documentId) {
        Lines target = references.remitted(documentId, payment.amount());
        if (target == null) {
            facts.report(
                    LedgerProblem.UNMATCHED_REMITTANCE,
                    payment,
                    "document",
                    documentId,
                    Problem.VALUE,
                    payment.amount());
            return null;
        }
        return new Remitted(newAllocationId(payment.id() + "/" + documentId), documentId, target);
    }

    private void plan(Payment payment, Lines source, int day, List<Remitted> remitted, List<String> all) {
        timeline.add(new Timeline.Event(
                day,
                Timeline.Step.ALLOCATION,
                day(payment.recordedOn()),
                payment.id(),
                1,
                payment.id(),
                () -> remit(payment, source, remitted, day, all)));
    }

    /**
     * Applies a payment to documents in the order given, each as far as it is open and the payment reaches.
     *
     * @param all the documents that the payment was sent for, on the last day on which any of them is there; else empty
     */
    private void remit(Payment payment, Lines source, List<Remitted> remitted, int day, List<String> all) {
        if (isReversedBy(payment.id(), day)) {
            return;
        }
        Map<Allocation, Lines> applied = new TreeMap<>(Comparator.comparing(Allocation::id));
        long left = settlements.open(source.all());
        for (Remitted to : remitted) {
            long amount = Math.min(left, settlements.open(to.target.all()));
            left -= amount;
            if (amount > 0) {
                Money part = Money.ofMinor(amount, source.currency);
                Allocation allocation = Allocation.ofPayment(
                                to.allocationId, payment.id(), to.documentId, payment.date(), part)
                        .recordedOn(payment.recordedOn());
                applied.put(allocation, to.target);
            }
        }
        // by id, in which order they would also come as facts
        applied.forEach((allocation, target) -> {
            facts.add(allocation);
            allocate(allocation, source, target, day);
        });
        if (left > 0 && !all.isEmpty()) {
            facts.report(
                    LedgerProblem.OVERPAYMENT,
                    payment,
                    "document",
                    String.join(", ", all),
                    Problem.VALUE,
                    payment.amount(),
                    "excess",
                    Money.ofMinor(left, source.currency));
        }
    }

    /** Made of the payment's and the document's id, so that it is the same whatever else is in the ledger. */
    private String newAllocationId(String wanted) {
        String id = ofFittingLength(wanted);
        for (int n = 2; allocationDays.containsKey(id) || facts.allocation(id) != null; n++) {
            id = ofFittingLength(wanted + "/" + n);
        }
        return id;
    }

    private static String ofFittingLength(String id) {
        return id.length() <= Checks.LONGEST_ID
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    // ---- refunds and write-offs

    private void plan(Refund refund) {
        Lines source = references.source(refund, refund.source(), refund.sourceId(), refund.amount());
        if (source != null) {
            int day = latest(day(refund.date()), source.firstDay);
            timeline.add(day, Timeline.Step.REFUND, refund, () -> refund(refund, source, day));
        }
    }

    private void refund(Refund refund, Lines source, int day) {
        Object[] named = Findings.sourceOf(refund.source(), refund.sourceId(), day);
        if (refund.source() == Allocation.Source.PAYMENT && isReversedBy(refund.sourceId(), day)) {
            facts.reject(LedgerProblem.SOURCE_REVERSED, refund, named);
        } else if (findings.hasLeft(refund, refund.amount(), source.all(), named)) {
            findings.warnIfEarly(refund, day);
            int recorded = latest(day(refund.recordedOn()), source.recordedDay);
            settlements.settle(source.all(), refund.amount().minorUnits(), SettlementKind.REFUND, day, recorded);
        }
    }

    private void plan(WriteOff writeOff) {
        Lines target = references.target(writeOff, writeOff.documentId(), writeOff.instalment(), writeOff.amount());
        if (target != null) {
            int day = latest(day(writeOff.date()), target.firstDay);
            timeline.add(day, Timeline.Step.WRITE_OFF, writeOff, () -> writeOff(writeOff, target, day));
        }
    }

    private void writeOff(WriteOff writeOff, Lines target, int day) {
        int[] debits = target.of(writeOff.instalment());
        if (findings.isCovered(writeOff, writeOff.amount(), debits, writeOff.documentId(), day)) {
            findings.warnIfEarly(writeOff, day);
            int recorded = latest(day(writeOff.recordedOn()), target.recordedDay);
            settlements.settle(debits, writeOff.amount().minorUnits(), SettlementKind.WRITE_OFF, day, recorded);
        }
    }

    // ---- reversals

    private void plan(Reversal reversal) {
        if (reversal.target() == Reversal.Target.PAYMENT) {
            Lines payment = rows.payment(reversal.targetId());
            Integer since = payment == null ? null : payment.firstDay;
            plan(reversal, since, endedPayments, day -> returnPayment(reversal, day));
        } else {
            Integer since = allocationDays.get(reversal.targetId());
            plan(reversal, since, endedAllocations, day -> undoAllocation(reversal, day));
        }
    }

    /** Plans a reversal; they come by date, and the earliest one of a target counts. */
    private void plan(Reversal reversal, @Nullable Integer since, Map<String, Ended> ended, IntConsumer effect) {
        if (since == null) {
            facts.reject(LedgerProblem.UNKNOWN_REVERSAL_TARGET, reversal, Findings.targetOf(reversal));
            return;
        }
        int day = latest(day(reversal.date()), since);
        Ended earlier = ended.putIfAbsent(reversal.targetId(), new Ended(reversal, day));
        if (earlier != null) {
            findings.rejectAsReversed(reversal, earlier.reversal);
            return;
        }
        timeline.add(day, Timeline.Step.REVERSAL, reversal, () -> effect.accept(day));
    }

    private void returnPayment(Reversal reversal, int day) {
        findings.warnIfEarly(reversal, day);
        Lines payment = Objects.requireNonNull(rows.payment(reversal.targetId()));
        int recorded = latest(day(reversal.recordedOn()), payment.recordedDay);
        appliedByPayment.getOrDefault(reversal.targetId(), List.of()).forEach(each -> undo(each, day, recorded));
        long left = settlements.open(payment.all());
        settlements.settle(payment.all(), left, SettlementKind.RETURN, day, recorded);
        long refunded = rows.size(payment) - left;
        if (refunded > 0) {
            facts.report(
                    LedgerProblem.REFUNDED_BEFORE_REVERSAL,
                    reversal,
                    "target",
                    reversal.target().code(),
                    "targetId",
                    reversal.targetId(),
                    Problem.VALUE,
                    Money.ofMinor(refunded, payment.currency));
        }
    }

    private void undoAllocation(Reversal reversal, int day) {
        Ended paymentEnd = paymentEnd(reversal.targetId());
        if (paymentEnd != null && paymentEnd.day < day) {
            findings.rejectAsReversed(reversal, paymentEnd.reversal);
            return;
        }
        findings.warnIfEarly(reversal, day);
        Applied applied = appliedById.get(reversal.targetId());
        if (applied != null) {
            undo(applied, day, day(reversal.recordedOn()));
        }
    }

    /** The reversal of the payment that a kept allocation applies, or null. */
    private @Nullable Ended paymentEnd(String allocationId) {
        Allocation allocation = facts.allocation(allocationId);
        return allocation != null && isOfPayment(allocation) && facts.isKept(allocation)
                ? endedPayments.get(allocation.sourceId())
                : null;
    }

    private void undo(Applied applied, int day, int recorded) {
        if (!applied.undone) {
            applied.undone = true;
            settlements.undo(applied.from, applied.to, day, recorded);
        }
    }

    /** The reversal of an allocation that was left out itself, or of one that a payment was never enough to make. */
    private void rejectIfIdle(Ended ended) {
        Allocation allocation = facts.allocation(ended.reversal.targetId());
        if ((allocation == null || !facts.isKept(allocation)) && facts.isKept(ended.reversal)) {
            facts.reject(LedgerProblem.UNKNOWN_REVERSAL_TARGET, ended.reversal, Findings.targetOf(ended.reversal));
        }
    }
}
