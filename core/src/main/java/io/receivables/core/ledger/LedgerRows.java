package io.receivables.core.ledger;

import static io.receivables.core.ledger.Timeline.day;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out the rows: the documents' instalments in the order given, then the payments. */
final class LedgerRows {
    private final FactRegister facts;
    private final List<Customer> customers;
    private final Map<String, Integer> customerIndex = new HashMap<>();
    private final List<Currency> currencies = new ArrayList<>();
    private final Map<Currency, Integer> currencyIndex = new HashMap<>();
    private final Map<String, Lines> documentLines = new HashMap<>();
    private final Map<String, Lines> paymentLines = new HashMap<>();

    private final String[] id;
    private final int[] customer;
    private final int[] currency;
    private final int[] issue;
    private final int[] due;
    private final int[] posting;
    private final int[] origin;
    private final int[] recorded;
    private final int[] instalment;
    private final byte[] kind;
    private final long[] amount;
    private final long[] tax;
    private final LedgerColumns.Builder columns;
    private int next;

    LedgerRows(FactRegister facts, Map<String, Customer> given) {
        this.facts = facts;
        List<Document> documents = facts.all(Document.class);
        List<Payment> payments = facts.all(Payment.class);
        customers = customers(given, documents, payments);
        index(documents, payments);
        int rows = payments.size();
        for (Document document : documents) {
            rows = Math.addExact(rows, document.instalments().size());
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
        documents.forEach(this::add);
        payments.forEach(this::add);
        columns = LedgerColumns.of(rows)
                .currencies(currencies, currency)
                .customers(customers, customer)
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

    /** The customers given and those that are only named, by id. */
    private static List<Customer> customers(
            Map<String, Customer> given, List<Document> documents, List<Payment> payments) {
        Map<String, Customer> all = new HashMap<>(given);
        documents.forEach(document -> all.computeIfAbsent(document.customerId(), Customer::of));
        payments.forEach(payment -> all.computeIfAbsent(payment.customerId(), Customer::of));
        return all.values().stream().sorted(Comparator.comparing(Customer::id)).toList();
    }

    private void index(List<Document> documents, List<Payment> payments) {
        for (Customer each : customers) {
            customerIndex.put(each.id(), customerIndex.size());
        }
        Set<Currency> used = new HashSet<>();
        documents.forEach(document -> used.add(document.gross().currency()));
        payments.forEach(payment -> used.add(payment.amount().currency()));
        currencies.addAll(used);
        currencies.sort(Comparator.comparing(Currency::getCurrencyCode));
        for (Currency each : currencies) {
            currencyIndex.put(each, currencyIndex.size());
        }
    }

    private void add(Document document) {
        List<Instalment> parts = document.instalments();
        int issued = day(document.issueDate());
        int posted = day(document.postingDate());
        int known = day(document.recordedOn());
        int sold = day(corrected(document).issueDate());
        documentLines.put(
                document.id(),
                new Lines(
                        document.customerId(),
                        next,
                        byDueDate(parts, next),
                        issued,
                        known,
                        document.gross().currency()));
        long before = 0;
        for (int number = 1; number <= parts.size(); number++) {
            Instalment part = parts.get(number - 1);
            long after = before + part.amount().minorUnits();
            issue[next] = issued;
            due[next] = day(part.dueDate());
            posting[next] = posted;
            origin[next] = sold;
            recorded[next] = known;
            instalment[next] = number;
            tax[next] = taxUpTo(after, document) - taxUpTo(before, document);
            add(document.id(), document.customerId(), ItemKind.of(document), part.amount());
            before = after;
        }
    }

    private void add(Payment payment) {
        int day = day(payment.date());
        int known = day(payment.recordedOn());
        paymentLines.put(
                payment.id(),
                new Lines(
                        payment.customerId(),
                        next,
                        new int[] {next},
                        day,
                        known,
                        payment.amount().currency()));
        issue[next] = day;
        due[next] = day;
        posting[next] = day;
        origin[next] = day;
        recorded[next] = known;
        instalment[next] = 1;
        add(payment.id(), payment.customerId(), ItemKind.PAYMENT, payment.amount());
    }

    private void add(String rowId, String customerId, ItemKind itemKind, Money size) {
        id[next] = rowId;
        customer[next] = customerIndex.getOrDefault(customerId, -1);
        currency[next] = currencyIndex.getOrDefault(size.currency(), -1);
        kind[next] = itemKind.code();
        amount[next] = size.minorUnits();
        next++;
    }

    private static int[] byDueDate(List<Instalment> parts, int firstRow) {
        if (parts.size() == 1) {
            return new int[] {firstRow};
        }
        return IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(part -> parts.get(part).dueDate()))
                .mapToInt(part -> firstRow + part)
                .toArray();
    }

    /** The document whose sales a credit note lowers: the one that it corrects, if it is known. */
    private Document corrected(Document document) {
        Document corrected = document instanceof CreditNote note
                ? note.corrects().map(facts::document).orElse(null)
                : null;
        return corrected == null ? document : corrected;
    }

    /**
     * The tax of the first instalments that come to an amount, rounded down. The tax of one instalment is the difference
     * between two of these: so it is never above the instalment, and all of them add up to the document's tax.
     */
    private static long taxUpTo(long minorUnits, Document document) {
        long gross = document.gross().minorUnits();
        long total = document.tax().minorUnits();
        if (minorUnits == gross || total == 0) {
            return total;
        }
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(minorUnits))
                .divide(BigInteger.valueOf(gross))
                .longValueExact();
    }

    @Nullable Lines document(String documentId) {
        return documentLines.get(documentId);
    }

    @Nullable Lines payment(String paymentId) {
        return paymentLines.get(paymentId);
    }

    /** Lets go of the lines, which nothing refers to any more. */
    void forgetLines() {
        documentLines.clear();
        paymentLines.clear();
    }

    /** The original amounts by row. */
    long[] sizes() {
        return amount;
    }

    /** The original amount of a document or payment. */
    long size(Lines lines) {
        return Arrays.stream(lines.all()).mapToLong(row -> amount[row]).sum();
    }

    /** The columns, to which settlements and disputes are added. */
    LedgerColumns.Builder columns() {
        return columns;
    }
}
