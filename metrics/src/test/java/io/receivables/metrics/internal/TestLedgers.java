package io.receivables.metrics.internal;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.metrics.CustomerMeasures;
import io.receivables.metrics.Measures;
import io.receivables.testkit.BulkLedgers;
import io.receivables.testkit.LedgerSpec;
import io.receivables.testkit.ReceivablesArbitraries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ledgers and values for tests. */
public final class TestLedgers {
    private TestLedgers() {}

    public static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    public static BigDecimal number(String plain) {
        return new BigDecimal(plain);
    }

    public static Invoice invoice(String id, String issued, String due, String euros) {
        return Invoice.of(id, "ACME", date(issued), eur(euros)).dueOn(date(due));
    }

    /** An invoice due when it is issued. */
    public static Invoice invoice(String id, String issued, String euros) {
        return invoice(id, issued, issued, euros);
    }

    public static Payment payment(String id, String paid, String euros) {
        return Payment.of(id, "ACME", date(paid), eur(euros));
    }

    /**
     * A first quarter with round figures. Sales: January 1,000, February 600, March 1,250 - 150 = 1,100; 2,700 in the 90
     * days to March 31, and so 30 a day. Open on March 31: F-2 600 past due since March 12, F-3 1,250 - 350 = 900 due on
     * April 4, credit note 150; 1,350 in all. Contested: 300 of F-2, 60 of F-3.
     */
    public static LedgerBuilder quarter() {
        return Ledger.builder()
                .invoice(invoice("F-1", "2026-01-01", "2026-01-31", "1000.00"))
                .payment(payment("P-1", "2026-02-20", "1000.00"), "F-1")
                .invoice(invoice("F-2", "2026-02-10", "2026-03-12", "600.00"))
                .fact(Dispute.of("D-1", "F-2", date("2026-02-20")).over(eur("300.00")))
                .invoice(invoice("F-3", "2026-03-05", "2026-04-04", "1250.00"))
                .fact(Dispute.of("D-2", "F-3", date("2026-03-20")).over(eur("60.00")))
                .creditNote(CreditNote.of("CN-1", "ACME", date("2026-03-10"), eur("150.00"))
                        .correcting("F-2"))
                .payment(payment("P-2", "2026-03-25", "350.00"), "F-3");
    }

    /** Histories of half a year, dense enough for most measures to have a value. */
    private static LedgerSpec halfYear() {
        return LedgerSpec.standard()
                .withDocuments(14)
                .withMovements(20)
                .withCurrencies("EUR", "JPY")
                .between(date("2024-01-01"), date("2024-06-30"));
    }

    public static Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts(halfYear());
    }

    public static Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers(halfYear());
    }

    /** Dates around the ledgers, every other a month-end. */
    public static Arbitrary<LocalDate> dates() {
        return Combinators.combine(
                        ReceivablesArbitraries.dates(date("2023-12-01"), date("2024-09-30")),
                        Arbitraries.of(true, false))
                .as((day, atMonthEnd) -> atMonthEnd ? YearMonth.from(day).atEndOfMonth() : day);
    }

    /** What was given back of credit notes up to a day; refunds of payments lower the cash collected instead. */
    public static BigDecimal creditNotesRefunded(Ledger ledger, LocalDate asOf, String currency) {
        BigDecimal refunded = BigDecimal.ZERO;
        for (int row = 0; row < ledger.columns().rows(); row++) {
            if (ledger.columns().kind(row) == ItemKind.CREDIT_NOTE
                    && ledger.columns().issueDay(row) <= asOf.toEpochDay()) {
                OpenItem note = ledger.item(row, asOf);
                for (Settlement settlement : note.settlements()) {
                    if (settlement.kind() == SettlementKind.REFUND
                            && note.amount().currency().getCurrencyCode().equals(currency)) {
                        refunded = refunded.add(settlement.amount().amount());
                    }
                }
            }
        }
        return refunded;
    }

    /** Whether no payment or credit of one customer settles what another one owes. */
    public static boolean everyonePaysTheirOwn(Ledger ledger) {
        return ledger.warnings().stream().noneMatch(warning -> warning.code() == LedgerProblem.OTHER_CUSTOMER);
    }

    /** The ledger of one customer's documents and payments, and of what refers to them. */
    public static Ledger factsOf(Ledger ledger, String customerId) {
        List<Fact> facts = ledger.facts().stream()
                .filter(fact -> !(fact instanceof Document document)
                        || document.customerId().equals(customerId))
                .filter(fact -> !(fact instanceof Payment payment)
                        || payment.customerId().equals(customerId))
                .toList();
        return Ledger.builder().facts(facts).load().value(); // what refers to others is left out
    }

    /** The ledger of one customer's rows. */
    public static Ledger rowsOf(Ledger ledger, String customerId) {
        int[] rows = IntStream.range(0, ledger.columns().rows())
                .filter(row -> ledger.customers()
                        .get(ledger.columns().customer(row))
                        .id()
                        .equals(customerId))
                .toArray();
        return BulkLedgers.ofRows(ledger, rows);
    }

    /** The measures of every customer who has any, asked for one by one. */
    public static CustomerMeasures eachAlone(Ledger ledger, Function<String, Measures> measuresOf) {
        SortedMap<String, Measures> byCustomer = new TreeMap<>();
        for (Customer customer : ledger.customers()) {
            Measures measures = measuresOf.apply(customer.id());
            if (!measures.currencies().isEmpty()) {
                byCustomer.put(customer.id(), measures);
            }
        }
        return new CustomerMeasures(byCustomer);
    }

    /** The same ledger with amounts that many times as large. */
    public static Ledger scaled(Ledger ledger, long factor) {
        List<Integer> rows = IntStream.range(0, ledger.columns().rows()).boxed().toList();
        return Ledger.ofColumns(rows(ledger.columns(), rows, factor));
    }

    /** The same rows in another order, through the arrays of the bulk constructor. */
    public static Ledger bulk(Ledger ledger, Random random) {
        List<Integer> rows =
                IntStream.range(0, ledger.columns().rows()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(rows, random);
        return Ledger.ofColumns(rows(ledger.columns(), rows, 1));
    }

    private static LedgerColumns rows(LedgerColumns from, List<Integer> rows, long factor) {
        int[] starts = new int[rows.size() + 1];
        List<Integer> settlements = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int s = from.settlementsFrom(rows.get(i)); s < from.settlementsTo(rows.get(i)); s++) {
                settlements.add(s);
            }
            starts[i + 1] = settlements.size();
        }
        LedgerColumns.Builder to = LedgerColumns.of(rows.size())
                .currencies(from.currencies(), ints(rows, from::currency))
                .customers(from.customers(), ints(rows, from::customer))
                .kinds(bytes(rows, from::kindCode))
                .issueDays(ints(rows, from::issueDay))
                .dueDays(ints(rows, from::dueDay))
                .originDays(ints(rows, from::originDay))
                .minorUnits(rows.stream()
                        .mapToLong(row -> from.amount(row) * factor)
                        .toArray())
                .taxes(rows.stream().mapToLong(row -> from.tax(row) * factor).toArray())
                .settlements(
                        starts,
                        ints(settlements, from::settlementDay),
                        settlements.stream()
                                .mapToLong(s -> from.settlementAmount(s) * factor)
                                .toArray())
                .settlementKinds(bytes(settlements, from::settlementKindCode));
        for (int i = 0; i < rows.size(); i++) {
            for (int d = from.disputesFrom(rows.get(i)); d < from.disputesTo(rows.get(i)); d++) {
                long amount = from.disputeAmount(d);
                to.dispute(
                        i,
                        from.disputeFrom(d),
                        from.disputeTo(d),
                        amount == LedgerColumns.WHOLE ? amount : amount * factor);
            }
        }
        return to.build();
    }

    private static int[] ints(List<Integer> indexes, IntUnaryOperator value) {
        return indexes.stream().mapToInt(Integer::intValue).map(value).toArray();
    }

    private static byte[] bytes(List<Integer> indexes, IntUnaryOperator value) {
        byte[] bytes = new byte[indexes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value.applyAsInt(indexes.get(i));
        }
        return bytes;
    }
}
