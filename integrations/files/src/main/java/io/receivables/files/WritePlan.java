package io.receivables.files;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a ledger goes into which row, and what CSV files cannot hold. */
final class WritePlan {
    private final List<Problem> problems = new ArrayList<>();
    private final Tally totals = new Tally(0);
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<String, String> paidDocuments = new HashMap<>();
    private final Map<String, LocalDate> settledDates = new HashMap<>();
    private final Set<String> disputed = new HashSet<>();
    private final Map<String, Customer> customers = new HashMap<>();

    WritePlan(Ledger ledger) {
        Map<FactKind, List<Fact>> facts = new HashMap<>();
        ledger.facts()
                .forEach(fact -> facts.computeIfAbsent(fact.kind(), kind -> new ArrayList<>())
                        .add(fact));
        ledger.facts().forEach(this::planRow);
        Set<String> resolved = new HashSet<>();
        all(facts, FactKind.DISPUTE_RESOLUTION, DisputeResolution.class).forEach(resolution -> {
            resolved.add(resolution.disputeId());
            leaveOut(resolution, "no-column");
        });
        all(facts, FactKind.DISPUTE, Dispute.class).forEach(dispute -> plan(dispute, resolved));
        all(facts, FactKind.REFUND, Refund.class).forEach(this::plan);
        planAllocations(all(facts, FactKind.ALLOCATION, Allocation.class));
        all(facts, FactKind.WRITE_OFF, Fact.class).forEach(fact -> leaveOut(fact, "no-column"));
        all(facts, FactKind.REVERSAL, Fact.class).forEach(fact -> leaveOut(fact, "no-column"));
        planCustomers(ledger.customers());
    }

    private static <F> List<F> all(Map<FactKind, List<Fact>> facts, FactKind kind, Class<F> type) {
        return facts.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
    }

    // ---- documents and payments

    private void planRow(Fact fact) {
        if (fact instanceof Document document) {
            if (document.instalments().size() > 1) {
                leaveOut(document, "several-instalments");
            } else if (canBeRow(document, document.customerId(), document.gross())) {
                documents.put(document.id(), document);
                checkDetails(document);
            }
        } else if (fact instanceof Payment payment && canBeRow(payment, payment.customerId(), payment.amount())) {
            payments.add(payment);
            checkRecordedOn(payment);
            checkText(payment, "reference", Optional.of(payment.reference()).filter(text -> !text.isEmpty()));
        }
    }

    private boolean canBeRow(Fact fact, String customerId, Money size) {
        if (!holds(CsvField.Kind.ID, fact.id()) || !holds(CsvField.Kind.ID, customerId)) {
            leaveOut(fact, "identifier");
            return false;
        }
        if (!Money.fits(size.amount(), size.currency()) || !totals.add(size)) {
            leaveOut(fact, "amount");
            return false;
        }
        return true;
    }

    private void checkDetails(Document document) {
        checkRecordedOn(document);
        checkText(document, "reference", document.reference());
        checkText(document, "terms", document.terms());
        if (document instanceof CreditNote note && note.corrects().isPresent()) {
            leaveDetail(note.kind().code(), note.id(), "corrects");
        }
    }

    private void checkRecordedOn(Fact fact) {
        if (!fact.recordedOn().equals(fact.date())) {
            leaveDetail(fact.kind().code(), fact.id(), "recorded-on");
        }
    }

    private void checkText(Fact fact, String detail, Optional<String> text) {
        if (text.isPresent() && !holds(CsvField.Kind.TEXT, text.get())) {
            leaveDetail(fact.kind().code(), fact.id(), detail);
        }
    }

    /** Whether a cell reads back as the same text. */
    static boolean holds(CsvField.Kind kind, String text) {
        return !text.isEmpty() && Text.trim(text).equals(text) && CellFormats.problem(kind, text) == null;
    }

    // ---- disputes and refunds

    private void plan(Dispute dispute, Set<String> resolved) {
        Document document = documents.get(dispute.documentId());
        if (document == null) {
            leaveOut(dispute, "document-missing");
        } else if (dispute.amount().isPresent()) {
            leaveOut(dispute, "part");
        } else if (!dispute.date().equals(document.issueDate())) {
            leaveOut(dispute, "other-date");
        } else if (resolved.contains(dispute.id()) || !disputed.add(document.id())) {
            leaveOut(dispute, "no-column");
        } else {
            checkRecordedOn(dispute);
            if (!dispute.reason().isEmpty()) {
                leaveDetail(dispute.kind().code(), dispute.id(), "reason");
            }
        }
    }

    private void plan(Refund refund) {
        Document note = refund.source() == Allocation.Source.CREDIT_NOTE ? documents.get(refund.sourceId()) : null;
        if (refund.source() == Allocation.Source.PAYMENT) {
            leaveOut(refund, "no-column");
        } else if (note == null) {
            leaveOut(refund, "document-missing");
        } else if (!refund.amount().equals(note.gross())) {
            leaveOut(refund, "part");
        } else {
            settledDates.put(note.id(), refund.date());
            checkRecordedOn(refund);
        }
    }

    // ---- allocations

    /**
     * A payment row names one document and is applied to it as far as both reach. Which allocations come out of that
     * depends on the other payments, so they are derived as they will be on reading, and what differs is left out.
     */
    private void planAllocations(List<Allocation> allocations) {
        Map<String, Allocation> single = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        for (Allocation allocation : allocations) {
            boolean ofPayment = allocation.source() == Allocation.Source.PAYMENT;
            if (ofPayment && single.putIfAbsent(allocation.sourceId(), allocation) != null) {
                several.add(allocation.sourceId());
            }
        }
        single.keySet().removeAll(several);
        single.values().removeIf(allocation -> !documents.containsKey(allocation.documentId()));
        Map<String, Payment> byId = new HashMap<>();
        payments.forEach(payment -> byId.put(payment.id(), payment));
        single.keySet().retainAll(byId.keySet());
        boolean changed;
        do {
            Map<String, Allocation> derived = derive(single);
            changed = single.entrySet()
                    .removeIf(
                            entry -> !isSame(entry.getValue(), byId.get(entry.getKey()), derived.get(entry.getKey())));
        } while (changed);
        single.forEach((payment, allocation) -> paidDocuments.put(payment, allocation.documentId()));
        for (Allocation allocation : allocations) {
            if (!allocation.equals(single.get(allocation.sourceId()))) {
                leaveOut(allocation, allocation.source() == Allocation.Source.PAYMENT ? "not-derived" : "no-column");
            }
        }
    }

    private Map<String, Allocation> derive(Map<String, Allocation> planned) {
        LedgerBuilder builder = Ledger.builder().facts(documents.values());
        for (Payment payment : payments) {
            Payment asRead = payment.recordedOn(payment.date());
            Allocation allocation = planned.get(payment.id());
            if (allocation == null) {
                builder.fact(asRead);
            } else {
                builder.payment(asRead, allocation.documentId());
            }
        }
        Map<String, Allocation> derived = new HashMap<>();
        for (Fact fact : builder.load().value().facts()) {
            if (fact instanceof Allocation allocation) {
                derived.put(allocation.sourceId(), allocation);
            }
        }
        return derived;
    }

    private static boolean isSame(Allocation given, @Nullable Payment payment, @Nullable Allocation derived) {
        return payment != null
                && derived != null
                && given.documentId().equals(derived.documentId())
                && given.date().equals(derived.date())
                && given.amount().equals(derived.amount())
                && given.recordedOn().equals(payment.recordedOn());
    }

    // ---- customers

    private void planCustomers(List<Customer> known) {
        Set<String> owing = new HashSet<>();
        documents.values().forEach(document -> owing.add(document.customerId()));
        Set<String> paying = new HashSet<>();
        payments.forEach(payment -> paying.add(payment.customerId()));
        for (Customer customer : known) {
            boolean plain = customer.equals(Customer.of(customer.id()));
            if (owing.contains(customer.id())) {
                customers.put(customer.id(), customer);
                checkCustomer(customer);
            } else if (!paying.contains(customer.id())) {
                leaveOut("customer", customer.id(), "no-document");
            } else if (!plain) {
                leaveDetail("customer", customer.id(), "customer-details");
            }
        }
    }

    private void checkCustomer(Customer customer) {
        if (!holds(CsvField.Kind.TEXT, customer.name())) {
            leaveDetail("customer", customer.id(), "name");
        }
        customer.attributes().forEach((key, value) -> {
            boolean hasColumn = key.equals(Customer.COUNTRY) || key.equals(Customer.SEGMENT);
            if (!hasColumn || !holds(CsvField.Kind.TEXT, value)) {
                leaveDetail("customer", customer.id(), key);
            }
        });
    }

    // ---- problems

    private void leaveOut(Fact fact, String reason) {
        leaveOut(fact.kind().code(), fact.id(), reason);
    }

    private void leaveOut(String kind, String id, String reason) {
        problems.add(Problem.of(CsvProblem.NOT_WRITTEN, "kind", kind, Problem.ID, Text.shown(id), "reason", reason));
    }

    private void leaveDetail(String kind, String id, String detail) {
        problems.add(Problem.of(
                CsvProblem.DETAIL_NOT_WRITTEN, "kind", kind, Problem.ID, Text.shown(id), "detail", Text.shown(detail)));
    }

    // ---- what is written

    List<Problem> problems() {
        return problems;
    }

    Iterable<Document> documents() {
        return documents.values();
    }

    List<Payment> payments() {
        return payments;
    }

    @Nullable Customer customer(String id) {
        return customers.get(id);
    }

    boolean isDisputed(Document document) {
        return disputed.contains(document.id());
    }

    @Nullable LocalDate settledDate(Document document) {
        return settledDates.get(document.id());
    }

    @Nullable String paidDocument(Payment payment) {
        return paidDocuments.get(payment.id());
    }
}
