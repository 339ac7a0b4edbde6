package io.receivables.core.ledger;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into a ledger: registers them by id, lays out the rows, and replays in the order of the days what settles
 * them. Replaying by day, not in the order given, is what makes a balance as of D independent of facts dated later.
 */
final class LedgerCompiler {
    private static final Comparator<Fact> BY_RECORD =
            Comparator.comparing(Fact::recordedOn).thenComparing(Fact::id);

    private final Map<String, Customer> customers;
    private final List<Fact> given;
    private final List<LedgerBuilder.Remitted> remitted;
    private final List<Problem> problems = new ArrayList<>();

    private final Set<Fact> kept = new LinkedHashSet<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<FactKind, Map<String, Fact>> others = new EnumMap<>(FactKind.class);

    private final Map<String, Lines> documentLines = new HashMap<>();
    private final Map<String, Lines> paymentLines = new HashMap<>();
    private long[] sizes = {};
    private long[] open = {};
    private final SettlementList settlements = new SettlementList();
    private final Map<String, Applied> applied = new HashMap<>();
    private final Map<String, List<Applied>> appliedByPayment = new HashMap<>();
    private final Map<String, Integer> plannedDays = new HashMap<>();
    private final Map<String, Ended> endedPayments = new HashMap<>();
    private final Map<String, Ended> endedAllocations = new HashMap<>();

    /** A document's or payment's rows, in the order in which they fall due, and the day from which they count. */
    private static final class Lines {
        final int[] rows;
        final int firstDay;
        final Currency currency;

        Lines(int[] rows, int firstDay, Currency currency) {
            this.rows = rows;
            this.firstDay = firstDay;
            this.currency = currency;
        }
    }

    /** A part of an allocation: so much of one row. */
    private record Part(int row, long amount) {}

    /** An allocation that took effect, with what is needed to undo it. */
    private record Applied(String id, SettlementKind kind, int day, List<Part> debits, List<Part> credits) {}

    /** The reversal that ends something, and when. */
    private record Ended(Reversal reversal, int day) {}

    /** Something that takes effect on a day; phases order what happens on one day. */
    private record Event(int day, int phase, Fact fact, Runnable effect) {}

    LedgerCompiler(Map<String, Customer> customers, List<Fact> facts, List<LedgerBuilder.Remitted> remitted) {
        this.customers = new TreeMap<>(customers);
        this.given = facts;
        this.remitted = remitted;
    }

    List<Problem> problems() {
        return problems;
    }

    Ledger compile() {
        given.forEach(this::register);
        LedgerColumns.Builder columns = layOutRows();
        replay();
        settlements.writeTo(columns, open.length);
        dispute(columns);
        List<Problem> warnings = problems.stream().filter(p -> !p.isError()).toList();
        return new Ledger(columns.build(), List.copyOf(kept), warnings);
    }

    // ---- ids

    private void register(Fact fact) {
        Map<String, Fact> sameSpace =
                others.computeIfAbsent(fact instanceof Document ? FactKind.INVOICE : fact.kind(), k -> new HashMap<>());
        Fact earlier = sameSpace.putIfAbsent(fact.id(), fact);
        if (earlier != null) {
            report(earlier.equals(fact) ? LedgerProblem.DUPLICATE : LedgerProblem.CONFLICTING_ID, fact);
            return;
        }
        if (fact instanceof Document document) {
            documents.put(document.id(), document);
            customers.computeIfAbsent(document.customerId(), Customer::of);
        } else if (fact instanceof Payment payment) {
            customers.computeIfAbsent(payment.customerId(), Customer::of);
        }
        kept.add(fact);
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return kept.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private @Nullable Payment payment(String id) {
        return (Payment) others.getOrDefault(FactKind.PAYMENT, Map.of()).get(id);
    }

    // ---- rows

    private LedgerColumns.Builder layOutRows() {
        List<Document> docs = all(Document.class);
        List<Payment> payments = all(Payment.class);
        int rows = payments.size();
        for (Document document : docs) {
            rows = Math.addExact(rows, document.instalments().size());
        }
        Rows columns = new Rows(rows, new ArrayList<>(customers.values()));
        for (Document document : docs) {
            int first = columns.next;
            columns.add(document);
            int[] byDueDate = IntStream.range(0, document.instalments().size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            i -> document.instalments().get(i).dueDate()))
                    .mapToInt(i -> first + i)
                    .toArray();
            documentLines.put(
                    document.id(),
                    new Lines(
                            byDueDate,
                            day(document.issueDate()),
                            document.gross().currency()));
        }
        for (Payment payment : payments) {
            paymentLines.put(
                    payment.id(),
                    new Lines(
                            new int[] {columns.next},
                            day(payment.date()),
                            payment.amount().currency()));
            columns.add(payment);
        }
        sizes = columns.amount;
        open = sizes.clone();
        return columns.builder();
    }

    /** The columns of documents and payments while they are filled. */
    private final class Rows {
        final List<Customer> customerList;
        final Map<String, Integer> customerIndex = new HashMap<>();
        final Map<Currency, Integer> currencyIndex = new HashMap<>();
        final List<Currency> currencies = new ArrayList<>();
        final String[] id;
        final int[] customer;
        final int[] currency;
        final int[] issue;
        final int[] due;
        final int[] posting;
        final int[] origin;
        final int[] recorded;
        final int[] instalment;
        final byte[] kind;
        final long[] amount;
        final long[] tax;
        int next;

        Rows(int rows, List<Customer> customerList) {
            this.customerList = customerList;
            for (int i = 0; i < customerList.size(); i++) {
                customerIndex.put(customerList.get(i).id(), i);
            }
            all(Document.class).forEach(d -> currencies.add(d.gross().currency()));
            all(Payment.class).forEach(p -> currencies.add(p.amount().currency()));
            List<Currency> distinct = currencies.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Currency::getCurrencyCode))
                    .toList();
            currencies.clear();
            currencies.addAll(distinct);
            for (int i = 0; i < distinct.size(); i++) {
                currencyIndex.put(distinct.get(i), i);
            }
            id = new String[rows];
            customer = new int[rows];
            currency = new int[rows];
            issue = new int[rows];
            due = new int[rows];
            posting = new int[rows];
            origin = new int[rows];
            recorded = new int[rows];
            instalment = new int[rows];
            kind = new byte[rows];
            amount = new long[rows];
            tax = new long[rows];
        }

        void add(Document document) {
            Document origin = document instanceof CreditNote note
                    ? note.corrects().map(documents::get).orElse(document)
                    : document;
            ItemKind itemKind = document.kind() == FactKind.INVOICE
                    ? ItemKind.INVOICE
                    : document.kind() == FactKind.DEBIT_NOTE ? ItemKind.DEBIT_NOTE : ItemKind.CREDIT_NOTE;
            long taxLeft = document.tax().minorUnits();
            int number = 1;
            for (Instalment part : document.instalments()) {
                boolean last = number == document.instalments().size();
                long taxShare = last ? taxLeft : share(document, part);
                taxLeft -= taxShare;
                put(document.id(), document.customerId(), itemKind, part.amount(), document.issueDate());
                due[next] = day(part.dueDate());
                posting[next] = day(document.postingDate());
                this.origin[next] = day(origin.issueDate());
                recorded[next] = day(document.recordedOn());
                instalment[next] = number++;
                tax[next] = taxShare;
                next++;
            }
        }

        /** An instalment's part of the tax, rounded down; the last instalment takes what is left. */
        private long share(Document document, Instalment part) {
            return document.gross().isZero()
                    ? 0
                    : BigInteger.valueOf(document.tax().minorUnits())
                            .multiply(BigInteger.valueOf(part.amount().minorUnits()))
                            .divide(BigInteger.valueOf(document.gross().minorUnits()))
                            .longValueExact();
        }

        void add(Payment payment) {
            put(payment.id(), payment.customerId(), ItemKind.PAYMENT, payment.amount(), payment.date());
            due[next] = issue[next];
            posting[next] = issue[next];
            origin[next] = issue[next];
            recorded[next] = day(payment.recordedOn());
            instalment[next] = 1;
            next++;
        }

        private void put(String rowId, String customerId, ItemKind itemKind, Money size, LocalDate issued) {
            id[next] = rowId;
            customer[next] = customerIndex.getOrDefault(customerId, -1);
            currency[next] = currencyIndex.getOrDefault(size.currency(), -1);
            kind[next] = itemKind.code();
            amount[next] = size.minorUnits();
            issue[next] = day(issued);
        }

        LedgerColumns.Builder builder() {
            return LedgerColumns.of(id.length)
                    .currencies(currencies, currency)
                    .customers(customerList, customer)
                    .kinds(kind)
                    .issueDays(issue)
                    .dueDays(due)
                    .postingDays(posting)
                    .originDays(origin)
                    .recordedDays(recorded)
                    .minorUnits(amount)
                    .taxes(tax)
                    .instalments(instalment)
                    .ids(id);
        }
    }

    // ---- what settles them, by day

    private void replay() {
        List<Event> events = new ArrayList<>();
        Map<String, Integer> allocationDays = new HashMap<>();
        for (Allocation allocation : all(Allocation.class)) {
            Lines source = source(allocation, allocation.source(), allocation.sourceId(), allocation.amount());
            Lines target = source == null ? null : target(allocation, allocation.documentId(), allocation.amount());
            if (source == null || target == null || !hasInstalment(allocation, target, allocation.instalment())) {
                continue;
            }
            int day = Math.max(day(allocation.date()), Math.max(source.firstDay, target.firstDay));
            allocationDays.put(allocation.id(), day);
            events.add(new Event(day, 1, allocation, () -> allocate(allocation, source, target, day)));
        }
        for (LedgerBuilder.Remitted remittance : remitted) {
            if (kept.contains(remittance.payment())) {
                remit(remittance, events);
            }
        }
        for (Refund refund : all(Refund.class)) {
            Lines source = source(refund, refund.source(), refund.sourceId(), refund.amount());
            if (source != null) {
                int day = Math.max(day(refund.date()), source.firstDay);
                warnIfEarly(refund, day);
                events.add(new Event(day, 2, refund, () -> refund(refund, source, day)));
            }
        }
        for (WriteOff writeOff : all(WriteOff.class)) {
            Lines target = target(writeOff, writeOff.documentId(), writeOff.amount());
            if (target != null && hasInstalment(writeOff, target, writeOff.instalment())) {
                int day = Math.max(day(writeOff.date()), target.firstDay);
                warnIfEarly(writeOff, day);
                events.add(new Event(day, 3, writeOff, () -> writeOff(writeOff, target, day)));
            }
        }
        allocationDays.putAll(plannedDays);
        reversals(allocationDays, events);
        events.sort(Comparator.comparingInt(Event::day)
                .thenComparingInt(Event::phase)
                .thenComparing(Event::fact, BY_RECORD));
        events.forEach(event -> event.effect.run());
    }

    /** Finds what each reversal ends, and when: the earliest one counts. */
    private void reversals(Map<String, Integer> allocationDays, List<Event> events) {
        List<Reversal> inOrder = new ArrayList<>(all(Reversal.class));
        inOrder.sort(Comparator.comparing(Reversal::date).thenComparing(BY_RECORD));
        for (Reversal reversal : inOrder) {
            boolean ofPayment = reversal.target() == Reversal.Target.PAYMENT;
            Lines payment = ofPayment ? paymentLines.get(reversal.targetId()) : null;
            Integer since = payment != null ? (Integer) payment.firstDay : allocationDays.get(reversal.targetId());
            if (since == null || (ofPayment && payment == null)) {
                reject(LedgerProblem.UNKNOWN_REVERSAL_TARGET, reversal, targetOf(reversal));
                continue;
            }
            int day = Math.max(day(reversal.date()), since);
            Map<String, Ended> ended = ofPayment ? endedPayments : endedAllocations;
            Ended earlier = ended.putIfAbsent(reversal.targetId(), new Ended(reversal, day));
            if (earlier != null) {
                rejectAsReversed(reversal, earlier);
                continue;
            }
            warnIfEarly(reversal, day);
            events.add(new Event(day, 0, reversal, () -> {
                if (ofPayment) {
                    returnPayment(reversal, day);
                } else {
                    undoAllocation(reversal, day);
                }
            }));
        }
    }

    /** A payment applied to the documents that it was sent for: an allocation each, over what is open and left. */
    private void remit(LedgerBuilder.Remitted remittance, List<Event> events) {
        Payment payment = remittance.payment();
        Lines source = paymentLines.get(payment.id());
        List<Lines> targets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String documentId : remittance.documentIds()) {
            Lines target = findTarget(payment, documentId, payment.amount(), false);
            if (target != null) {
                targets.add(target);
                names.add(documentId);
            }
        }
        if (source == null || targets.isEmpty()) {
            return;
        }
        int[] days = targets.stream()
                .mapToInt(target -> Math.max(source.firstDay, target.firstDay))
                .toArray();
        int lastDay = IntStream.of(days).max().orElseThrow();
        int last = IntStream.range(0, days.length)
                .filter(i -> days[i] == lastDay)
                .max()
                .orElseThrow();
        for (int i = 0; i < days.length; i++) {
            int day = days[i];
            Lines target = targets.get(i);
            String documentId = names.get(i);
            String id = newAllocationId(payment.id() + "/" + documentId);
            plannedDays.put(id, day);
            boolean isLast = i == last;
            events.add(new Event(day, 1, payment, () -> {
                if (isReversedBy(payment.id(), day)) {
                    return;
                }
                remitTo(id, payment, source, documentId, target, day);
                long left = sum(source.rows);
                if (isLast && left > 0) {
                    report(
                            LedgerProblem.OVERPAYMENT,
                            payment,
                            "document",
                            String.join(", ", names),
                            Problem.VALUE,
                            payment.amount(),
                            "excess",
                            Money.ofMinor(left, source.currency));
                }
            }));
        }
    }

    private String newAllocationId(String wanted) {
        String id = wanted;
        while (plannedDays.containsKey(id)
                || others.getOrDefault(FactKind.ALLOCATION, Map.of()).containsKey(id)) {
            id = id + "'";
        }
        return id;
    }

    private boolean isReversedBy(String paymentId, int day) {
        Ended ended = endedPayments.get(paymentId);
        return ended != null && ended.day <= day;
    }

    private void remitTo(String id, Payment payment, Lines source, String documentId, Lines target, int day) {
        long amount = Math.min(sum(source.rows), sum(target.rows));
        if (amount > 0) {
            Allocation allocation = Allocation.ofPayment(
                            id, payment.id(), documentId, payment.date(), Money.ofMinor(amount, source.currency))
                    .recordedOn(payment.recordedOn());
            others.computeIfAbsent(FactKind.ALLOCATION, k -> new HashMap<>()).put(id, allocation);
            kept.add(allocation);
            allocate(allocation, source, target, day);
        }
    }

    private void allocate(Allocation allocation, Lines source, Lines target, int day) {
        boolean ofPayment = allocation.source() == Allocation.Source.PAYMENT;
        Ended sourceEnd = ofPayment ? endedPayments.get(allocation.sourceId()) : null;
        if (sourceEnd != null && sourceEnd.day < day) {
            reject(LedgerProblem.SOURCE_REVERSED, allocation, sourceOf(allocation, day));
            return;
        }
        warnAboutDates(allocation, source, target);
        warnAboutCustomers(allocation);
        Ended end = endedAllocations.get(allocation.id());
        if ((end != null && end.day == day) || (sourceEnd != null && sourceEnd.day == day)) {
            return; // undone on the day on which it takes effect: no end of day ever sees it
        }
        int[] targetRows = allocation.instalment() == Allocation.EARLIEST_DUE_FIRST
                ? target.rows
                : new int[] {rowOf(target, allocation.instalment())};
        long amount = allocation.amount().minorUnits();
        if (!isCovered(allocation, allocation.amount(), targetRows, allocation.documentId(), day)) {
            return;
        }
        if (amount > sum(source.rows)) {
            rejectAboveSource(allocation, allocation.amount(), source, sourceOf(allocation, day));
            return;
        }
        SettlementKind kind = ofPayment ? SettlementKind.CASH : SettlementKind.CREDIT;
        int recorded = day(allocation.recordedOn());
        Applied done = new Applied(
                allocation.id(),
                kind,
                day,
                settle(targetRows, amount, kind, day, recorded),
                settle(source.rows, amount, kind, day, recorded));
        applied.put(allocation.id(), done);
        if (ofPayment) {
            appliedByPayment
                    .computeIfAbsent(allocation.sourceId(), k -> new ArrayList<>())
                    .add(done);
        }
    }

    private void refund(Refund refund, Lines source, int day) {
        Object[] named = {
            "source", refund.source().code(), "sourceId", refund.sourceId(), "date", LocalDate.ofEpochDay(day)
        };
        if (refund.source() == Allocation.Source.PAYMENT && isReversedBy(refund.sourceId(), day)) {
            reject(LedgerProblem.SOURCE_REVERSED, refund, named);
        } else if (refund.amount().minorUnits() > sum(source.rows)) {
            rejectAboveSource(refund, refund.amount(), source, named);
        } else {
            settle(source.rows, refund.amount().minorUnits(), SettlementKind.REFUND, day, day(refund.recordedOn()));
        }
    }

    private void writeOff(WriteOff writeOff, Lines target, int day) {
        int[] rows = writeOff.instalment() == Allocation.EARLIEST_DUE_FIRST
                ? target.rows
                : new int[] {rowOf(target, writeOff.instalment())};
        if (isCovered(writeOff, writeOff.amount(), rows, writeOff.documentId(), day)) {
            settle(rows, writeOff.amount().minorUnits(), SettlementKind.WRITE_OFF, day, day(writeOff.recordedOn()));
        }
    }

    private void returnPayment(Reversal reversal, int day) {
        int recorded = day(reversal.recordedOn());
        for (Applied allocation : appliedByPayment.getOrDefault(reversal.targetId(), List.of())) {
            if (applied.remove(allocation.id) != null) {
                undo(allocation, day, recorded);
            }
        }
        Lines payment = paymentLines.get(reversal.targetId());
        if (payment != null) {
            settle(payment.rows, sum(payment.rows), SettlementKind.RETURN, day, recorded);
        }
    }

    private void undoAllocation(Reversal reversal, int day) {
        Applied allocation = applied.remove(reversal.targetId());
        if (allocation != null) {
            undo(allocation, day, day(reversal.recordedOn()));
            return;
        }
        Allocation target =
                (Allocation) others.getOrDefault(FactKind.ALLOCATION, Map.of()).get(reversal.targetId());
        if (target == null || !kept.contains(target)) {
            if (!plannedDays
                    .getOrDefault(reversal.targetId(), LedgerColumns.NEVER)
                    .equals(day)) {
                reject(LedgerProblem.UNKNOWN_REVERSAL_TARGET, reversal, targetOf(reversal));
            }
            return;
        }
        Ended paymentEnd = endedPayments.get(target.sourceId());
        if (target.source() == Allocation.Source.PAYMENT && paymentEnd != null && paymentEnd.day < day) {
            rejectAsReversed(reversal, paymentEnd);
        }
        // otherwise it is undone on the day on which it takes effect: allocate() leaves it out
    }

    private void undo(Applied allocation, int day, int recorded) {
        for (Part part : allocation.debits) {
            restore(part, allocation.kind, day, recorded);
        }
        for (Part part : allocation.credits) {
            restore(part, allocation.kind, day, recorded);
        }
    }

    private void restore(Part part, SettlementKind kind, int day, int recorded) {
        open[part.row] = Math.addExact(open[part.row], part.amount);
        settlements.add(part.row, day, -part.amount, kind, recorded);
    }

    /** Takes an amount out of rows in their order; the caller has seen to it that they hold enough. */
    private List<Part> settle(int[] rows, long amount, SettlementKind kind, int day, int recorded) {
        List<Part> parts = new ArrayList<>(rows.length);
        long left = amount;
        for (int row : rows) {
            long part = Math.min(left, open[row]);
            if (part > 0) {
                open[row] -= part;
                left -= part;
                settlements.add(row, day, part, kind, recorded);
                parts.add(new Part(row, part));
            }
        }
        return parts;
    }

    private long sum(int[] rows) {
        long sum = 0;
        for (int row : rows) {
            sum = Math.addExact(sum, open[row]);
        }
        return sum;
    }

    /** The row of an instalment; rows stand in the order of their due days, numbers in the order given. */
    private static int rowOf(Lines lines, int instalment) {
        int first = IntStream.of(lines.rows).min().orElseThrow();
        return first + instalment - 1;
    }

    // ---- disputes

    private void dispute(LedgerColumns.Builder columns) {
        Map<String, DisputeResolution> resolutions = new HashMap<>();
        List<DisputeResolution> inOrder = new ArrayList<>(all(DisputeResolution.class));
        inOrder.sort(Comparator.comparing(DisputeResolution::date).thenComparing(BY_RECORD));
        for (DisputeResolution resolution : inOrder) {
            DisputeResolution earlier = resolutions.putIfAbsent(resolution.disputeId(), resolution);
            if (earlier != null) {
                reject(
                        LedgerProblem.ALREADY_RESOLVED,
                        resolution,
                        "dispute",
                        resolution.disputeId(),
                        "resolution",
                        earlier.id());
            }
        }
        for (Dispute dispute : all(Dispute.class)) {
            Money amount = dispute.amount().orElse(null);
            Document document = documents.get(dispute.documentId());
            Lines target = findTarget(dispute, dispute.documentId(), amount, true);
            if (target == null || document == null) {
                continue;
            }
            if (amount != null && amount.compareTo(document.gross()) > 0) {
                reject(
                        LedgerProblem.DISPUTE_ABOVE_DOCUMENT,
                        dispute,
                        "document",
                        document.id(),
                        Problem.VALUE,
                        amount,
                        "open",
                        document.gross());
                continue;
            }
            DisputeResolution resolution = resolutions.remove(dispute.id());
            int from = day(dispute.date());
            int to = LedgerColumns.UNRESOLVED;
            if (resolution != null) {
                to = Math.max(from, day(resolution.date()));
                warnIfEarly(resolution, to);
            }
            write(columns, target, from, to, amount);
        }
        for (DisputeResolution unmatched : resolutions.values()) {
            reject(LedgerProblem.UNKNOWN_DISPUTE, unmatched, "dispute", unmatched.disputeId());
        }
    }

    /** A dispute of part of a document contests the instalments that fall due first. */
    private void write(LedgerColumns.Builder columns, Lines target, int from, int to, @Nullable Money amount) {
        long left = amount == null ? 0 : amount.minorUnits();
        for (int row : target.rows) {
            if (amount == null) {
                columns.dispute(row, from, to, LedgerColumns.WHOLE);
            } else {
                long part = Math.min(left, sizes[row]);
                if (part > 0) {
                    columns.dispute(row, from, to, part);
                }
                left -= part;
            }
        }
    }

    // ---- checks and problems

    private @Nullable Lines source(Fact fact, Allocation.Source kind, String id, Money amount) {
        Lines lines = kind == Allocation.Source.PAYMENT
                ? paymentLines.get(id)
                : documents.get(id) instanceof CreditNote ? documentLines.get(id) : null;
        if (lines == null) {
            reject(LedgerProblem.UNKNOWN_SOURCE, fact, "source", kind.code(), "sourceId", id);
            return null;
        }
        return sameCurrency(fact, amount, id, lines, true);
    }

    private @Nullable Lines target(Fact fact, String documentId, Money amount) {
        return findTarget(fact, documentId, amount, true);
    }

    /**
     * The lines of a debit document, or null after reporting why there are none.
     *
     * @param drop whether the fact itself is left out; a payment survives as unapplied cash
     */
    private @Nullable Lines findTarget(Fact fact, String documentId, @Nullable Money amount, boolean drop) {
        Document document = documents.get(documentId);
        Lines lines = documentLines.get(documentId);
        if (document == null || lines == null) {
            refuse(drop, LedgerProblem.UNKNOWN_DOCUMENT, fact, "document", documentId);
            return null;
        }
        if (!document.isDebit()) {
            refuse(drop, LedgerProblem.NOT_A_DEBIT, fact, "document", documentId);
            return null;
        }
        return amount == null ? lines : sameCurrency(fact, amount, documentId, lines, drop);
    }

    private @Nullable Lines sameCurrency(Fact fact, Money amount, String other, Lines lines, boolean drop) {
        if (amount.currency().equals(lines.currency)) {
            return lines;
        }
        refuse(
                drop,
                LedgerProblem.CURRENCY_MISMATCH,
                fact,
                Problem.VALUE,
                amount.currency().getCurrencyCode(),
                "other",
                other,
                "otherCurrency",
                lines.currency.getCurrencyCode());
        return null;
    }

    private boolean hasInstalment(Fact fact, Lines target, int instalment) {
        if (instalment <= target.rows.length) {
            return true;
        }
        String document = fact instanceof Allocation allocation
                ? allocation.documentId()
                : fact instanceof WriteOff writeOff ? writeOff.documentId() : "";
        reject(
                LedgerProblem.UNKNOWN_INSTALMENT,
                fact,
                Problem.VALUE,
                instalment,
                "document",
                document,
                "instalments",
                target.rows.length);
        return false;
    }

    private boolean isCovered(Fact fact, Money amount, int[] rows, String documentId, int day) {
        long available = sum(rows);
        if (amount.minorUnits() <= available) {
            return true;
        }
        reject(
                LedgerProblem.ABOVE_OPEN_AMOUNT,
                fact,
                Problem.VALUE,
                amount,
                "open",
                Money.ofMinor(available, amount.currency()),
                "document",
                documentId,
                "date",
                LocalDate.ofEpochDay(day));
        return false;
    }

    private void rejectAboveSource(Fact fact, Money amount, Lines source, Object... named) {
        List<Object> attributes = new ArrayList<>(
                List.of(Problem.VALUE, amount, "open", Money.ofMinor(sum(source.rows), source.currency)));
        attributes.addAll(List.of(named));
        reject(LedgerProblem.ABOVE_SOURCE, fact, attributes.toArray());
    }

    private void rejectAsReversed(Reversal reversal, Ended earlier) {
        List<Object> attributes = new ArrayList<>(List.of(targetOf(reversal)));
        attributes.addAll(List.of("reversal", earlier.reversal.id()));
        reject(LedgerProblem.ALREADY_REVERSED, reversal, attributes.toArray());
    }

    private static Object[] targetOf(Reversal reversal) {
        return new Object[] {"target", reversal.target().code(), "targetId", reversal.targetId()};
    }

    private static Object[] sourceOf(Allocation allocation, int day) {
        return new Object[] {
            "source", allocation.source().code(), "sourceId", allocation.sourceId(), "date", LocalDate.ofEpochDay(day)
        };
    }

    private void warnAboutDates(Allocation allocation, Lines source, Lines target) {
        int stated = day(allocation.date());
        if (stated < target.firstDay && allocation.source() == Allocation.Source.PAYMENT) {
            report(
                    LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                    allocation,
                    Problem.VALUE,
                    allocation.date(),
                    "document",
                    allocation.documentId(),
                    "date",
                    LocalDate.ofEpochDay(target.firstDay));
        } else {
            warnIfEarly(allocation, Math.max(source.firstDay, Math.max(stated, target.firstDay)));
        }
    }

    private void warnAboutCustomers(Allocation allocation) {
        Document document = documents.get(allocation.documentId());
        Document note = documents.get(allocation.sourceId());
        Payment payment = payment(allocation.sourceId());
        String owner = allocation.source() == Allocation.Source.PAYMENT
                ? payment == null ? null : payment.customerId()
                : note == null ? null : note.customerId();
        if (document != null && owner != null && !owner.equals(document.customerId())) {
            report(
                    LedgerProblem.OTHER_CUSTOMER,
                    allocation,
                    Problem.VALUE,
                    owner,
                    "document",
                    document.id(),
                    "customer",
                    document.customerId());
        }
    }

    private void warnIfEarly(Fact fact, int effectiveDay) {
        if (day(fact.date()) < effectiveDay) {
            report(
                    LedgerProblem.BEFORE_ITS_TARGET,
                    fact,
                    Problem.VALUE,
                    fact.date(),
                    "date",
                    LocalDate.ofEpochDay(effectiveDay));
        }
    }

    private void refuse(boolean drop, LedgerProblem code, Fact fact, Object... attributes) {
        report(code, fact, attributes);
        if (drop) {
            kept.remove(fact);
        }
    }

    private void reject(LedgerProblem code, Fact fact, Object... attributes) {
        refuse(true, code, fact, attributes);
    }

    private void report(LedgerProblem code, Fact fact, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of("kind", fact.kind().code(), Problem.ID, fact.id()));
        all.addAll(List.of(attributes));
        problems.add(Problem.of(code, all.toArray()));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
