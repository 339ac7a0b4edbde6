package io.receivables.files;

import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.core.ledger.LedgerProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts accepted rows together to a ledger, and tells on which lines the ledger's own problems arose. */
final class LedgerAssembly {
    private static final int LONGEST_ID = 200;

    /** Where a fact comes from. */
    private record Place(String file, long line, CsvField field) {}

    /** A payment or refund made from a settled date. */
    private record Settled(InvoiceRows.Accepted row, LocalDate date, Money amount, String id) {}

    private final InvoiceRows invoices;
    private final PaymentRows payments;
    private final Tally tally;
    private final List<Settled> settled = new ArrayList<>();

    LedgerAssembly(InvoiceRows invoices, PaymentRows payments, Tally tally) {
        this.invoices = invoices;
        this.payments = payments;
        this.tally = tally;
    }

    LoadedLedger assemble() {
        LedgerBuilder ledger = Ledger.builder().customers(invoices.customers());
        int number = 0;
        for (InvoiceRows.Accepted row : invoices.accepted()) {
            number++;
            Document document = row.document();
            ledger.fact(document);
            if (row.content.disputed() && document.isDebit()) {
                ledger.fact(Dispute.of(derived("dispute", document, number), document.id(), document.issueDate()));
            }
            LocalDate date = row.settledOn();
            Money amount = row.settledAmount();
            if (date != null && amount.isPositive()) {
                String id = payments.newId(derived("settled", document, number));
                settled.add(new Settled(row, date, amount, id));
            }
        }
        invoices.received().forEach(row -> ledger.fact(row.payment()));
        for (PaymentRows.Accepted row : payments.accepted()) {
            addPayment(ledger, row.payment(), row.invoice());
        }
        settled.forEach(settlement -> add(ledger, settlement));
        Loaded<Ledger> loaded = ledger.load();
        locate(loaded.problems());
        return new LoadedLedger(loaded.value(), tally.counts(), tally.problems());
    }

    private static void addPayment(LedgerBuilder ledger, Payment payment, InvoiceRows.@Nullable Accepted invoice) {
        if (invoice == null) {
            ledger.fact(payment);
        } else {
            ledger.payment(payment, invoice.document().id());
        }
    }

    private static void add(LedgerBuilder ledger, Settled settlement) {
        Document document = settlement.row.document();
        if (document.isDebit()) {
            Payment payment = Payment.of(settlement.id, document.customerId(), settlement.date, settlement.amount);
            ledger.payment(payment, document.id());
        } else {
            ledger.fact(Refund.ofCreditNote(settlement.id, document.id(), settlement.date, settlement.amount));
        }
    }

    /** The identifier of a fact that a document's row implies; by the row's number where the document's id is too long. */
    private static String derived(String prefix, Document document, int number) {
        return derived(prefix, document.id(), number);
    }

    static String derived(String prefix, String documentId, int number) {
        String id = prefix + "/" + documentId;
        return id.length() < LONGEST_ID ? id : prefix + "-row/" + number;
    }

    // ---- problems of the ledger

    private void locate(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        Map<String, Place> places = places();
        for (Problem problem : problems) {
            String kind = problem.attribute("kind");
            String id = problem.attribute(Problem.ID);
            Place place = places.get(key(kind, id));
            while (place == null && id.endsWith("'")) {
                id = id.substring(0, id.length() - 1);
                place = places.get(key(kind, id));
            }
            tally.report(place == null ? problem : problem.at(where(place, problem)));
        }
    }

    private static Map<String, String> where(Place place, Problem problem) {
        CsvField field = place.field;
        if (field == CsvField.AMOUNT && problem.code() == LedgerProblem.PAYMENT_BEFORE_DOCUMENT) {
            field = CsvField.DATE;
        } else if (field == CsvField.AMOUNT && problem.code() == LedgerProblem.OTHER_CUSTOMER) {
            field = CsvField.CUSTOMER_ID;
        }
        Map<String, String> where = new LinkedHashMap<>();
        where.put(Problem.FILE, place.file);
        where.put(Problem.LINE, Long.toString(place.line));
        where.put(Problem.FIELD, field.code());
        return where;
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        for (PaymentRows.Accepted row : payments.accepted()) {
            Place place = new Place(row.file(), row.line(), CsvField.AMOUNT);
            String id = row.payment().id();
            places.put(key(FactKind.PAYMENT.code(), id), place);
            if (row.invoice() != null) {
                places.put(allocation(id, row.invoice().document()), place);
            }
        }
        for (InvoiceRows.Received row : invoices.received()) {
            places.put(
                    key(FactKind.PAYMENT.code(), row.payment().id()),
                    new Place(row.file(), row.line(), CsvField.AMOUNT));
        }
        for (Settled settlement : settled) {
            boolean stated = settlement.row.content.settled() != null;
            CsvField field = stated ? CsvField.SETTLED_DATE : CsvField.OPEN_AMOUNT;
            Place place = new Place(settlement.row.file, settlement.row.line, field);
            places.put(key(FactKind.PAYMENT.code(), settlement.id), place);
            places.put(key(FactKind.REFUND.code(), settlement.id), place);
            places.put(allocation(settlement.id, settlement.row.document()), place);
        }
        return places;
    }

    /** The key of the allocation that the ledger derives from a payment to a document. */
    private static String allocation(String paymentId, Document document) {
        return key(FactKind.ALLOCATION.code(), paymentId + "/" + document.id());
    }

    private static String key(String kind, String id) {
        return kind + " " + id;
    }
}
