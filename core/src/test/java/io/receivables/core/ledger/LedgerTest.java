package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH_16 = LocalDate.parse("2026-03-16");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate APRIL_20 = LocalDate.parse("2026-04-20");
    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");
    private static final LocalDate MAY_31 = LocalDate.parse("2026-05-31");

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private final Invoice invoice =
            Invoice.of("F-1001", "ACME", MARCH_2, cad("1200.00")).dueOn(APRIL_1);

    /** 400 due May 1, 800 due April 1: numbered as given, paid as they fall due. */
    private final Invoice inInstalments = Invoice.of("F-2", "ACME", MARCH_2, cad("1200.00"))
            .payableIn(List.of(Instalment.of(MAY_1, cad("400.00")), Instalment.of(APRIL_1, cad("800.00"))));

    private static Payment payment(String id, LocalDate date, String amount) {
        return Payment.of(id, "ACME", date, cad(amount));
    }

    /** What is open of a document's instalments and payments, by id and instalment. */
    private static Map<String, String> open(Ledger ledger, LocalDate day) {
        Map<String, String> open = new java.util.TreeMap<>();
        ledger.openItems(day)
                .forEach(item -> open.put(
                        item.id() + "/" + item.instalment(),
                        item.open().amount().toPlainString()));
        return open;
    }

    // ---- payments

    @Test
    void partial_payment_keeps_invoice_open() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"), "F-1001")
                .build();

        assertThat(ledger.openItems(MAY_31)).singleElement().satisfies(item -> {
            assertThat(item.open()).isEqualTo(cad("800.00")); // 1,200.00 - 400.00
            assertThat(item.dueDate()).isEqualTo(APRIL_1);
        });
        assertThat(open(ledger, APRIL_20.minusDays(1))).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(ledger.balance(MAY_31)).containsEntry("CAD", cad("800.00"));
        assertThat(ledger.balance(MARCH_2)).containsEntry("CAD", cad("1200.00"));
        assertThat(ledger.balance(MARCH_2.minusDays(1))).isEmpty();
        assertThat(ledger.openItems(MARCH_2.minusDays(1))).isEmpty();
    }

    @Test
    void item_tells_all_that_is_known_of_it() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice.postedOn(MARCH_16))
                .payment(payment("P-77", APRIL_20, "400.00"), "F-1001")
                .fact(Dispute.of("D-1", "F-1001", APRIL_1).over(cad("50.00")))
                .build();

        assertThat(ledger.item(0, APRIL_20))
                .isEqualTo(new OpenItem(
                        "F-1001",
                        1,
                        ItemKind.INVOICE,
                        "ACME",
                        MARCH_2,
                        MARCH_16,
                        APRIL_1,
                        cad("1200.00"),
                        cad("800.00"),
                        cad("50.00"),
                        List.of(new Settlement(APRIL_20, cad("400.00"), SettlementKind.CASH))));
        assertThat(ledger.item(0, APRIL_20.minusDays(1)).settlements()).isEmpty();
        assertThat(ledger.item(1, APRIL_20))
                .isEqualTo(new OpenItem(
                        "P-77",
                        1,
                        ItemKind.PAYMENT,
                        "ACME",
                        APRIL_20,
                        APRIL_20,
                        APRIL_20,
                        cad("400.00"),
                        cad("0.00"),
                        cad("0.00"),
                        List.of(new Settlement(APRIL_20, cad("400.00"), SettlementKind.CASH))));
    }

    @Test
    void payment_without_a_document_is_unapplied_cash() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"))
                .build();

        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-1001/1", "1200.00"), entry("P-77/1", "400.00"));
        assertThat(ledger.balance(APRIL_20)).containsEntry("CAD", cad("800.00"));
    }

    @Test
    void overpayment_becomes_unapplied_cash_with_a_warning() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "1300.00"), "F-1001")
                .load();

        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(LedgerProblem.OVERPAYMENT);
            assertThat(problem.message())
                    .isEqualTo("payment P-77 over CAD 1300.00 exceeds what was open on F-1001 by CAD 100.00;"
                            + " the excess is unapplied cash");
        });
        assertThat(loaded.value().warnings()).isEqualTo(loaded.problems());
        assertThat(loaded.value().openItems(MAY_31)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(ItemKind.PAYMENT);
            assertThat(item.signedOpen()).isEqualTo(cad("-100.00"));
        });
    }

    @Test
    void payment_exactly_of_what_is_open_is_no_overpayment() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "1200.00"), "F-1001")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().openItems(APRIL_20)).isEmpty();
        assertThat(loaded.value().balance(APRIL_20)).containsEntry("CAD", cad("0.00"));
    }

    @Test
    void instalments_are_paid_as_they_fall_due() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "300.00"), "F-2")
                .payment(payment("P-2", APRIL_1, "700.00"), "F-2")
                .build();

        // the second instalment (800) falls due first
        assertThat(open(ledger, MARCH_2)).containsExactly(entry("F-2/1", "400.00"), entry("F-2/2", "800.00"));
        assertThat(open(ledger, MARCH_16)).containsExactly(entry("F-2/1", "400.00"), entry("F-2/2", "500.00"));
        // 700 = the remaining 500 and 200 of the other
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("F-2/1", "200.00"));
    }

    @Test
    void instalments_of_one_due_date_are_paid_in_the_order_of_their_numbers() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-3", "ACME", MARCH_2, cad("3.00"))
                        .payableIn(List.of(
                                Instalment.of(APRIL_1, cad("1.00")),
                                Instalment.of(APRIL_1, cad("1.00")),
                                Instalment.of(APRIL_1, cad("1.00")))))
                .payment(payment("P-1", MARCH_16, "1.50"), "F-3")
                .build();
        assertThat(open(ledger, MARCH_16)).containsExactly(entry("F-3/2", "0.50"), entry("F-3/3", "1.00"));
    }

    @Test
    void allocation_to_one_instalment_settles_that_one() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "400.00"))
                .fact(Allocation.ofPayment("A-1", "P-1", "F-2", MARCH_16, cad("400.00"))
                        .toInstalment(1))
                .build();
        assertThat(open(ledger, MARCH_16)).containsExactly(entry("F-2/2", "800.00"));
    }

    @Test
    void allocation_to_one_instalment_does_not_spill_over() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "401.00"))
                .fact(Allocation.ofPayment("A-1", "P-1", "F-2", MARCH_16, cad("401.00"))
                        .toInstalment(1))
                .load();
        assertThat(loaded.errors())
                .extracting(Problem::toString)
                .containsExactly("RCV-LEDGER-006: allocation A-1 over CAD 401.00 is above the CAD 400.00 that were open"
                        + " on F-2 on 2026-03-16; it was left out");
        assertThat(loaded.value().balance(MARCH_16)).containsEntry("CAD", cad("799.00")); // 1200 - 401 unapplied
    }

    @Test
    void one_payment_settles_several_documents_in_the_order_given() {
        LedgerBuilder builder = Ledger.builder()
                .invoice(Invoice.of("F-1", "ACME", MARCH_2, cad("100.00")))
                .invoice(Invoice.of("F-2", "ACME", MARCH_2, cad("100.00")))
                .invoice(Invoice.of("F-3", "ACME", MARCH_2, cad("100.00")));
        Ledger ledger = builder.payment(payment("P-1", MARCH_16, "250.00"), "F-3", "F-1", "F-2")
                .build();

        assertThat(open(ledger, MARCH_16)).containsExactly(entry("F-2/1", "50.00"));
        assertThat(ledger.facts())
                .filteredOn(fact -> fact instanceof Allocation)
                .containsExactly(
                        Allocation.ofPayment("P-1/F-1", "P-1", "F-1", MARCH_16, cad("100.00")),
                        Allocation.ofPayment("P-1/F-2", "P-1", "F-2", MARCH_16, cad("50.00")),
                        Allocation.ofPayment("P-1/F-3", "P-1", "F-3", MARCH_16, cad("100.00")));
    }

    @Test
    void several_payments_of_one_day_are_applied_as_they_became_known() {
        Invoice two = Invoice.of("F-1", "ACME", MARCH_2, cad("100.00"))
                .payableIn(List.of(Instalment.of(APRIL_1, cad("50.00")), Instalment.of(MAY_1, cad("50.00"))));
        Ledger ledger = Ledger.builder()
                .invoice(two)
                .payment(payment("P-1", MARCH_16, "50.00").recordedOn(APRIL_1), "F-1")
                .payment(payment("P-2", MARCH_16, "50.00"), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", APRIL_20))
                .build();

        // P-2 became known first and settled the first instalment; P-1, now reversed, the second one
        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-1/2", "50.00"));
    }

    @Test
    void naming_a_document_twice_is_naming_it_once() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "1300.00"), "F-1001", "F-1001")
                .load();
        assertThat(loaded.problems())
                .extracting(problem -> problem.attribute("document"))
                .containsExactly("F-1001");
        assertThat(open(loaded.value(), APRIL_20)).containsExactly(entry("P-77/1", "100.00"));
    }

    @Test
    void what_was_sent_for_something_unknown_is_unapplied_cash_with_a_warning() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .invoice(Invoice.of("F-EUR", "ACME", MARCH_2, Money.of("10", "EUR")))
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_2, cad("5.00")))
                .payment(payment("P-77", APRIL_20, "1300.00"), "F-404", "F-1001", "G-1", "F-EUR")
                .load();

        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings())
                .extracting(Problem::code, problem -> problem.attribute("document"))
                .containsExactly(
                        tuple(LedgerProblem.UNMATCHED_REMITTANCE, "F-404"),
                        tuple(LedgerProblem.UNMATCHED_REMITTANCE, "G-1"),
                        tuple(LedgerProblem.UNMATCHED_REMITTANCE, "F-EUR"),
                        tuple(LedgerProblem.OVERPAYMENT, "F-1001"));
        assertThat(open(loaded.value(), APRIL_20))
                .containsExactly(entry("F-EUR/1", "10.00"), entry("G-1/1", "5.00"), entry("P-77/1", "100.00"));
    }

    @Test
    void payment_that_only_names_the_unknown_is_no_overpayment() {
        Loaded<Ledger> loaded = Ledger.builder()
                .payment(payment("P-77", APRIL_20, "10.00"), "F-404")
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-105: payment P-77 over CAD 10.00 names F-404, but there is no invoice or debit"
                                + " note of that id in its currency; what was meant for it is unapplied cash");
    }

    @Test
    void repeated_payment_counts_once_and_so_do_the_documents_that_it_names() {
        Payment payment = payment("P-77", APRIL_20, "400.00");
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .invoice(Invoice.of("F-2", "ACME", MARCH_2, cad("100.00")))
                .payment(payment, "F-1001")
                .payment(payment, "F-2")
                .load();

        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(LedgerProblem.DUPLICATE);
        assertThat(open(loaded.value(), APRIL_20))
                .containsExactly(entry("F-1001/1", "800.00"), entry("F-2/1", "100.00"));
    }

    @Test
    void ids_of_allocations_made_for_a_payment_never_collide_and_never_grow_too_long() {
        String longId = "x".repeat(200);
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("B/C", "ACME", MARCH_2, cad("1.00")))
                .invoice(Invoice.of("C", "ACME", MARCH_2, cad("1.00")))
                .invoice(Invoice.of(longId, "ACME", MARCH_2, cad("1.00")))
                .payment(payment("A/B", MARCH_16, "1.00"), "C")
                .payment(payment("A", MARCH_16, "1.00"), "B/C")
                .payment(payment(longId, MARCH_16, "1.00"), longId)
                .payment(payment("P-9", MARCH_16, "1.00"))
                .fact(Allocation.ofPayment("A/B/C", "P-9", "C", MAY_31, cad("1.00")))
                .fact(Reversal.ofPayment("R", "A/B", MAY_1))
                .build();

        List<String> ids = ledger.facts().stream()
                .filter(fact -> fact instanceof Allocation)
                .map(Fact::id)
                .toList();
        assertThat(ids)
                .hasSize(4)
                .contains("A/B/C", "A/B/C/2", "A/B/C/3")
                .last()
                // a UUID made of "xxx…/xxx…", the same every time
                .isEqualTo("4d88d9b9-a0f1-3285-af11-0e42b827fc36");
        // of the smaller payment id first
        assertThat(ledger.facts())
                .contains(Allocation.ofPayment("A/B/C/2", "A", "B/C", MARCH_16, cad("1.00")))
                .contains(Allocation.ofPayment("A/B/C/3", "A/B", "C", MARCH_16, cad("1.00")));
    }

    @Test
    void longest_id_that_fits_is_not_replaced() {
        String document = "y".repeat(197);
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of(document, "ACME", MARCH_2, cad("1.00")))
                .payment(payment("PP", MARCH_16, "1.00"), document)
                .build();
        assertThat(ledger.facts()).last().returns("PP/" + document, Fact::id); // 2 + 1 + 197 = 200
    }

    // ---- dates

    @Test
    void payment_before_its_invoice_is_unapplied_cash_until_then() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_2.minusDays(10), "400.00"), "F-1001")
                .load();

        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-101: allocation P-77/F-1001 is dated 2026-02-20, before F-1001 was issued on"
                                + " 2026-03-02; until then it is unapplied cash");
        Ledger ledger = loaded.value();
        assertThat(ledger.balance(MARCH_2.minusDays(11))).isEmpty();
        assertThat(open(ledger, MARCH_2.minusDays(10))).containsExactly(entry("P-77/1", "400.00"));
        assertThat(ledger.balance(MARCH_2.minusDays(1))).containsEntry("CAD", cad("-400.00"));
        assertThat(open(ledger, MARCH_2)).containsExactly(entry("F-1001/1", "800.00"));
        assertThat(ledger.firstDate()).contains(MARCH_2.minusDays(10));
    }

    @Test
    void advance_for_several_invoices_settles_each_when_it_is_issued() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-2", "ACME", APRIL_1, cad("100.00")))
                .invoice(Invoice.of("F-1", "ACME", MARCH_16, cad("100.00")))
                .payment(payment("P-1", MARCH_2, "250.00"), "F-2", "F-1")
                .build();

        assertThat(open(ledger, MARCH_2)).containsExactly(entry("P-1/1", "250.00"));
        assertThat(open(ledger, MARCH_16)).containsExactly(entry("P-1/1", "150.00"));
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("P-1/1", "50.00"));
        assertThat(ledger.warnings())
                .extracting(Problem::code)
                .containsExactly(
                        LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                        LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                        LedgerProblem.OVERPAYMENT);
    }

    @Test
    void allocation_counts_from_its_own_day_even_if_the_payment_came_earlier() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_2.minusDays(10), "400.00"))
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", MARCH_16, cad("400.00")))
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(open(loaded.value(), MARCH_2))
                .containsExactly(entry("F-1001/1", "1200.00"), entry("P-77/1", "400.00"));
        assertThat(open(loaded.value(), MARCH_16)).containsExactly(entry("F-1001/1", "800.00"));
    }

    @Test
    void allocation_before_its_payment_counts_from_the_payment() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"))
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", MARCH_16, cad("400.00")))
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-103: allocation A-1 is dated 2026-03-16, before what it refers to; it counts"
                                + " from 2026-04-20");
        assertThat(open(loaded.value(), APRIL_20.minusDays(1))).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(open(loaded.value(), APRIL_20)).containsExactly(entry("F-1001/1", "800.00"));
    }

    @Test
    void invoice_and_payment_of_one_day_both_count_on_it() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_2, "1200.00"), "F-1001")
                .build();
        assertThat(ledger.openItems(MARCH_2)).isEmpty();
        assertThat(ledger.balance(MARCH_2)).containsEntry("CAD", cad("0.00"));
        assertThat(ledger.warnings()).isEmpty();
    }

    // ---- credit notes, refunds, write-offs

    @Test
    void applied_credit_note_settles_the_invoice_and_itself() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .creditNote(
                        CreditNote.of("G-1", "ACME", MARCH_16, cad("200.00")).correcting("F-1001"))
                .fact(Allocation.ofCreditNote("A-1", "G-1", "F-1001", APRIL_1, cad("150.00")))
                .build();

        assertThat(open(ledger, MARCH_16)).containsExactly(entry("F-1001/1", "1200.00"), entry("G-1/1", "200.00"));
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("F-1001/1", "1050.00"), entry("G-1/1", "50.00"));
        assertThat(ledger.balance(MARCH_16)).containsEntry("CAD", cad("1000.00"));
        assertThat(ledger.balance(APRIL_1)).containsEntry("CAD", cad("1000.00"));
        assertThat(ledger.item(0, APRIL_1).settlements())
                .containsExactly(new Settlement(APRIL_1, cad("150.00"), SettlementKind.CREDIT));
        assertThat(ledger.item(1, APRIL_1).settlements())
                .containsExactly(new Settlement(APRIL_1, cad("150.00"), SettlementKind.CREDIT));
    }

    @Test
    void sales_of_a_credit_note_belong_to_the_day_of_what_it_corrects() {
        LedgerColumns columns = Ledger.builder()
                .invoice(invoice)
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_16, cad("1.00")).correcting("F-1001"))
                .creditNote(CreditNote.of("G-2", "ACME", MARCH_16, cad("1.00")).correcting("F-404"))
                .creditNote(CreditNote.of("G-3", "ACME", MARCH_16, cad("1.00")))
                .build()
                .columns();
        assertThat(IntStream.range(0, 4).mapToObj(row -> LocalDate.ofEpochDay(columns.originDay(row))))
                .containsExactly(MARCH_2, MARCH_2, MARCH_16, MARCH_16);
    }

    @Test
    void refund_takes_unapplied_cash_or_credit_away() {
        Ledger ledger = Ledger.builder()
                .payment(payment("P-1", MARCH_2, "100.00"))
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_2, cad("50.00")))
                .fact(Refund.ofPayment("B-1", "P-1", MARCH_16, cad("100.00")))
                .fact(Refund.ofCreditNote("B-2", "G-1", APRIL_1, cad("20.00")))
                .build();

        assertThat(ledger.balance(MARCH_2)).containsEntry("CAD", cad("-150.00"));
        assertThat(open(ledger, MARCH_16)).containsExactly(entry("G-1/1", "50.00"));
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("G-1/1", "30.00"));
        assertThat(ledger.item(1, APRIL_1).settlements())
                .containsExactly(new Settlement(MARCH_16, cad("100.00"), SettlementKind.REFUND));
    }

    @Test
    void refund_before_its_payment_counts_from_the_payment() {
        Loaded<Ledger> loaded = Ledger.builder()
                .payment(payment("P-1", MARCH_16, "100.00"))
                .fact(Refund.ofPayment("B-1", "P-1", MARCH_2, cad("100.00")))
                .load();
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(LedgerProblem.BEFORE_ITS_TARGET);
        assertThat(loaded.value().openItems(MARCH_16)).isEmpty();
    }

    @Test
    void what_is_allocated_on_a_day_cannot_be_refunded_on_it() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-1", MARCH_16, "100.00"), "F-1001")
                .fact(Refund.ofPayment("B-1", "P-1", MARCH_16, cad("0.01")))
                .load();
        assertThat(loaded.errors()).extracting(Problem::code).containsExactly(LedgerProblem.ABOVE_SOURCE);
        assertThat(open(loaded.value(), MARCH_16)).containsExactly(entry("F-1001/1", "1100.00"));
    }

    @Test
    void write_off_takes_what_will_not_be_paid_out_of_the_receivables() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "700.00"), "F-2")
                .fact(WriteOff.of("W-1", "F-2", APRIL_1, cad("200.00")))
                .fact(WriteOff.of("W-2", "F-2", APRIL_20, cad("50.00")).ofInstalment(1))
                .build();

        // the second instalment falls due first: 800 - 700 = 100 left, then 100 of the other
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("F-2/1", "300.00"));
        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-2/1", "250.00"));
        assertThat(ledger.item(0, APRIL_20).settlements())
                .containsExactly(
                        new Settlement(APRIL_1, cad("100.00"), SettlementKind.WRITE_OFF),
                        new Settlement(APRIL_20, cad("50.00"), SettlementKind.WRITE_OFF));
    }

    @Test
    void write_off_before_its_document_counts_from_the_document() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .fact(WriteOff.of("W-1", "F-1001", MARCH_2.minusDays(1), cad("1200.00")))
                .load();
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(LedgerProblem.BEFORE_ITS_TARGET);
        assertThat(loaded.value().openItems(MARCH_2)).isEmpty();
    }

    @Test
    void payment_of_a_day_comes_before_the_write_off_of_that_day() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .fact(WriteOff.of("A-W", "F-1001", MARCH_16, cad("1200.00")))
                .payment(payment("P-1", MARCH_16, "700.00"), "F-1001")
                .load();
        assertThat(loaded.errors())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-006: write-off A-W over CAD 1200.00 is above the CAD 500.00 that were open on"
                                + " F-1001 on 2026-03-16; it was left out");
    }

    // ---- reversals

    @Test
    void reversed_payment_opens_the_invoice_again() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .fact(payment("P-77", APRIL_20, "1300.00"))
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", APRIL_20, cad("1200.00")))
                .fact(Reversal.ofPayment("R-1", "P-77", APRIL_20.plusDays(9)))
                .build();

        assertThat(open(ledger, APRIL_20)).containsExactly(entry("P-77/1", "100.00"));
        assertThat(open(ledger, APRIL_20.plusDays(8))).containsExactly(entry("P-77/1", "100.00"));
        assertThat(open(ledger, APRIL_20.plusDays(9))).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(ledger.item(1, MAY_31).settlements())
                .containsExactly(
                        new Settlement(APRIL_20, cad("1200.00"), SettlementKind.CASH),
                        new Settlement(APRIL_20.plusDays(9), cad("-1200.00"), SettlementKind.CASH),
                        new Settlement(APRIL_20.plusDays(9), cad("1300.00"), SettlementKind.RETURN));
    }

    @Test
    void reversed_allocation_leaves_the_cash_unapplied_and_ready_for_another_invoice() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .invoice(Invoice.of("F-1002", "ACME", MARCH_2, cad("400.00")))
                .payment(payment("P-77", APRIL_1, "400.00"), "F-1001")
                .fact(Reversal.ofAllocation("R-1", "P-77/F-1001", APRIL_20))
                .fact(Allocation.ofPayment("A-2", "P-77", "F-1002", MAY_1, cad("400.00")))
                .build();

        assertThat(open(ledger, APRIL_1)).containsExactly(entry("F-1001/1", "800.00"), entry("F-1002/1", "400.00"));
        assertThat(open(ledger, APRIL_20))
                .containsExactly(entry("F-1001/1", "1200.00"), entry("F-1002/1", "400.00"), entry("P-77/1", "400.00"));
        assertThat(open(ledger, MAY_1)).containsExactly(entry("F-1001/1", "1200.00"));
    }

    @Test
    void reversal_and_new_allocation_of_one_day_fit_together() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .invoice(Invoice.of("F-1002", "ACME", MARCH_2, cad("400.00")))
                .payment(payment("P-77", APRIL_1, "400.00"))
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", APRIL_1, cad("400.00")))
                .fact(Allocation.ofPayment("A-2", "P-77", "F-1002", APRIL_20, cad("400.00")))
                .fact(Reversal.ofAllocation("Z-1", "A-1", APRIL_20))
                .build();
        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-1001/1", "1200.00"));
    }

    @Test
    void reversed_allocation_of_a_credit_note_leaves_the_credit() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_16, cad("200.00")))
                .fact(Allocation.ofCreditNote("A-1", "G-1", "F-1001", APRIL_1, cad("200.00")))
                .fact(Reversal.ofAllocation("R-1", "A-1", APRIL_20))
                .build();
        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-1001/1", "1200.00"), entry("G-1/1", "200.00"));
    }

    @Test
    void payment_reversed_on_its_own_day_is_never_seen() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"), "F-1001")
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", APRIL_20, cad("100.00")))
                .fact(Reversal.ofPayment("R-1", "P-77", APRIL_20))
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(open(loaded.value(), APRIL_20)).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(loaded.value().item(1, APRIL_20).settlements())
                .containsExactly(new Settlement(APRIL_20, cad("400.00"), SettlementKind.RETURN));
    }

    @Test
    void allocation_reversed_on_its_own_day_is_never_seen() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"), "F-1001")
                .fact(Reversal.ofAllocation("R-1", "P-77/F-1001", APRIL_20))
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(open(loaded.value(), APRIL_20))
                .containsExactly(entry("F-1001/1", "1200.00"), entry("P-77/1", "400.00"));
        assertThat(loaded.value().item(0, MAY_31).settlements()).isEmpty();
        assertThat(Ledger.of(loaded.value().facts()).openItems(MAY_31))
                .isEqualTo(loaded.value().openItems(MAY_31));
    }

    @Test
    void reversal_before_its_target_counts_from_the_target() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "400.00"), "F-1001")
                .payment(payment("P-78", APRIL_20, "400.00"), "F-1001")
                .fact(Reversal.ofPayment("R-1", "P-77", MARCH_16))
                .fact(Reversal.ofAllocation("R-2", "P-78/F-1001", MARCH_16))
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-103: reversal R-1 is dated 2026-03-16, before what it refers to; it counts from"
                                + " 2026-04-20",
                        "RCV-LEDGER-103: reversal R-2 is dated 2026-03-16, before what it refers to; it counts from"
                                + " 2026-04-20");
        assertThat(open(loaded.value(), APRIL_20))
                .containsExactly(entry("F-1001/1", "1200.00"), entry("P-78/1", "400.00"));
    }

    @Test
    void allocation_reversed_before_its_payment_is_undone_only_once() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_16, "400.00"), "F-1001")
                .fact(Reversal.ofAllocation("R-1", "P-77/F-1001", APRIL_1))
                .fact(Reversal.ofPayment("R-2", "P-77", APRIL_20))
                .build();
        assertThat(open(ledger, APRIL_1)).containsExactly(entry("F-1001/1", "1200.00"), entry("P-77/1", "400.00"));
        assertThat(open(ledger, APRIL_20)).containsExactly(entry("F-1001/1", "1200.00"));
    }

    @Test
    void allocation_and_its_payment_may_be_reversed_on_one_day() {
        for (List<String> ids : List.of(List.of("R-1", "R-2"), List.of("R-2", "R-1"))) {
            Loaded<Ledger> loaded = Ledger.builder()
                    .invoice(invoice)
                    .payment(payment("P-77", MARCH_16, "400.00"), "F-1001")
                    .fact(Reversal.ofAllocation(ids.get(0), "P-77/F-1001", APRIL_1))
                    .fact(Reversal.ofPayment(ids.get(1), "P-77", APRIL_1))
                    .load();
            assertThat(loaded.problems()).isEmpty();
            assertThat(open(loaded.value(), APRIL_1)).containsExactly(entry("F-1001/1", "1200.00"));
        }
    }

    @Test
    void reversal_of_a_refunded_payment_undoes_the_rest_with_a_warning() {
        Loaded<Ledger> loaded = Ledger.builder()
                .payment(payment("P-1", MARCH_2, "100.00"))
                .fact(Refund.ofPayment("B-1", "P-1", MARCH_16, cad("30.00")))
                .fact(Reversal.ofPayment("R-1", "P-1", APRIL_1))
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-106: reversal R-1 undoes payment P-1, of which CAD 30.00 had been refunded;"
                                + " only the rest is undone: charge what was refunded with a debit note");
        assertThat(loaded.value().openItems(APRIL_1)).isEmpty();
        assertThat(loaded.value().item(0, APRIL_1).settlements())
                .containsExactly(
                        new Settlement(MARCH_16, cad("30.00"), SettlementKind.REFUND),
                        new Settlement(APRIL_1, cad("70.00"), SettlementKind.RETURN));
    }

    @Test
    void payment_reversed_before_its_invoice_comes_settles_nothing() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_2.minusDays(10), "400.00"), "F-1001")
                .fact(Reversal.ofPayment("R-1", "P-77", MARCH_2.minusDays(1)))
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().facts()).hasSize(3);
        assertThat(open(loaded.value(), MARCH_2)).containsExactly(entry("F-1001/1", "1200.00"));
    }

    // ---- disputes

    @Test
    void dispute_of_all_contests_whatever_is_open_until_it_is_resolved() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "300.00"), "F-2")
                .fact(Dispute.of("D-1", "F-2", MARCH_2))
                .fact(DisputeResolution.of("E-1", "D-1", APRIL_20))
                .build();

        assertThat(ledger.items("F-2", MARCH_2))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("400.00"), cad("800.00"));
        assertThat(ledger.items("F-2", MARCH_16))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("400.00"), cad("500.00"));
        assertThat(ledger.items("F-2", APRIL_20.minusDays(1)))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("400.00"), cad("500.00"));
        assertThat(ledger.items("F-2", APRIL_20))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("0.00"), cad("0.00"));
        assertThat(ledger.items("F-2", APRIL_20))
                .extracting(OpenItem::open)
                .containsExactly(cad("400.00"), cad("500.00"));
    }

    @Test
    void dispute_of_a_part_contests_what_falls_due_first() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .fact(Dispute.of("D-1", "F-2", MARCH_16).over(cad("900.00")))
                .build();
        assertThat(ledger.items("F-2", MARCH_2))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("0.00"), cad("0.00"));
        assertThat(ledger.items("F-2", MARCH_16))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("100.00"), cad("800.00")); // 900 = 800 + 100
    }

    @Test
    void dispute_of_a_part_contests_what_is_open_when_it_begins() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "800.00"), "F-2")
                .fact(Dispute.of("D-1", "F-2", MARCH_16).over(cad("300.00")))
                .build();
        // the instalment that fell due first is paid: the dispute is about the other one
        assertThat(ledger.items("F-2", MARCH_16))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("300.00"), cad("0.00"));
    }

    @Test
    void dispute_of_more_than_is_open_counts_again_when_the_payment_bounces() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_16, "1000.00"), "F-2")
                .fact(Dispute.of("D-1", "F-2", MARCH_16).over(cad("300.00")))
                .fact(Reversal.ofPayment("R-1", "P-1", APRIL_1))
                .build();
        assertThat(ledger.items("F-2", MARCH_16))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("200.00"), cad("0.00")); // no more than the 200 that are open
        assertThat(ledger.items("F-2", APRIL_1))
                .extracting(OpenItem::disputed)
                .containsExactly(cad("200.00"), cad("100.00")); // 200 open at its beginning, 100 for the rest
    }

    @Test
    void two_disputes_of_parts_add_up_to_what_is_open_at_most() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .fact(Dispute.of("D-1", "F-1001", MARCH_2).over(cad("700.00")))
                .fact(Dispute.of("D-2", "F-1001", MARCH_16).over(cad("400.00")))
                .fact(Dispute.of("D-3", "F-1001", APRIL_1).over(cad("300.00")))
                .fact(DisputeResolution.of("E-1", "D-1", APRIL_20))
                .build();
        assertThat(ledger.item(0, MARCH_2).disputed()).isEqualTo(cad("700.00"));
        assertThat(ledger.item(0, MARCH_16).disputed()).isEqualTo(cad("1100.00"));
        assertThat(ledger.item(0, APRIL_1).disputed()).isEqualTo(cad("1200.00")); // not 1,400.00
        assertThat(ledger.item(0, APRIL_20).disputed()).isEqualTo(cad("700.00"));
    }

    @Test
    void dispute_before_its_document_and_resolution_before_its_dispute_are_reported() {
        Loaded<Ledger> loaded = Ledger.builder()
                .invoice(invoice)
                .fact(Dispute.of("D-1", "F-1001", MARCH_2.minusDays(1)))
                .fact(DisputeResolution.of("E-1", "D-1", MARCH_2.minusDays(2)))
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-LEDGER-103: dispute D-1 is dated 2026-03-01, before what it refers to; it counts from"
                                + " 2026-03-02",
                        "RCV-LEDGER-103: dispute resolution E-1 is dated 2026-02-28, before what it refers to; it counts"
                                + " from 2026-03-02");
        assertThat(loaded.value().item(0, MARCH_2).disputed()).isEqualTo(cad("0.00"));
    }

    // ---- known on

    @Test
    void what_was_recorded_later_was_not_known() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("ACME", "Acme Ltée"))
                .invoice(invoice.recordedOn(MARCH_16))
                .payment(payment("P-77", MARCH_2, "400.00").recordedOn(APRIL_1), "F-1001")
                .fact(Reversal.ofPayment("R-1", "P-77", MARCH_16).recordedOn(MAY_1))
                .build();

        assertThat(ledger.knownOn(MARCH_2).openItems(MAY_31)).isEmpty();
        assertThat(open(ledger.knownOn(MARCH_16), MAY_31)).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(open(ledger.knownOn(APRIL_1), MAY_31)).containsExactly(entry("F-1001/1", "800.00"));
        assertThat(open(ledger.knownOn(APRIL_1), MARCH_2)).containsExactly(entry("F-1001/1", "800.00"));
        assertThat(open(ledger.knownOn(MAY_1), MAY_31)).containsExactly(entry("F-1001/1", "1200.00"));
        assertThat(ledger.knownOn(MARCH_2).customers()).containsExactly(Customer.of("ACME", "Acme Ltée"));
    }

    @Test
    void a_settlement_is_known_when_all_that_makes_it_is_known() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice.recordedOn(APRIL_20))
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_2, cad("10.00")).recordedOn(MAY_1))
                .payment(payment("P-77", MARCH_2, "400.00"), "F-1001")
                .fact(Allocation.ofCreditNote("A-1", "G-1", "F-1001", MARCH_2, cad("10.00")))
                .fact(WriteOff.of("W-1", "F-1001", MARCH_2, cad("1.00")))
                .build();
        LedgerColumns columns = ledger.columns();
        assertThat(IntStream.range(0, columns.settlements())
                        .mapToObj(s -> LocalDate.ofEpochDay(columns.settlementRecordedDay(s))))
                .containsExactlyInAnyOrder(MAY_1, APRIL_20, APRIL_20, MAY_1, APRIL_20);
        // as columns too: the payment is unapplied while the invoice is not known
        assertThat(open(Ledger.ofColumns(columns).knownOn(MARCH_16), MAY_31))
                .containsExactly(entry("P-77/1", "400.00"));
    }

    @Test
    void an_undoing_is_never_known_before_what_it_undoes() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", MARCH_16, "400.00").recordedOn(MAY_1), "F-1001")
                .fact(Reversal.ofPayment("R-1", "P-77", APRIL_1))
                .build();
        LedgerColumns columns = ledger.columns();
        assertThat(IntStream.range(0, columns.settlements())
                        .mapToObj(s -> LocalDate.ofEpochDay(columns.settlementRecordedDay(s))))
                .containsOnly(MAY_1);
    }

    // ---- rows and columns

    @Test
    void tax_is_shared_among_instalments_without_a_cent_lost() {
        Invoice thirds = Invoice.of("F-3", "ACME", MARCH_2, cad("100.00"))
                .payableIn(List.of(
                        Instalment.of(APRIL_1, cad("33.33")),
                        Instalment.of(MAY_1, cad("33.33")),
                        Instalment.of(MAY_31, cad("33.34"))))
                .withTax(cad("20.00"));
        LedgerColumns columns = Ledger.of(List.of(thirds)).columns();
        // 20.00 x 33.33 / 100 = 6.666; 20.00 x 66.66 / 100 = 13.332; 20.00
        assertThat(IntStream.range(0, 3).mapToLong(columns::tax)).containsExactly(666L, 667L, 667L);
    }

    @Test
    void tax_of_an_instalment_is_never_above_it() {
        Money cent = cad("0.01");
        Invoice cents = Invoice.of("F-3", "ACME", MARCH_2, cad("0.04"))
                .payableIn(List.of(
                        Instalment.of(APRIL_1, cent),
                        Instalment.of(APRIL_1, cent),
                        Instalment.of(APRIL_1, cent),
                        Instalment.of(APRIL_1, cent),
                        Instalment.of(APRIL_1, cad("0.00"))))
                .withTax(cad("0.03"));
        LedgerColumns columns = Ledger.of(List.of(cents)).columns();
        // 3/4, 6/4, 9/4 and 12/4 of a cent, rounded down: 0, 1, 2, 3
        assertThat(IntStream.range(0, 5).mapToLong(columns::tax)).containsExactly(0L, 1L, 1L, 1L, 0L);
    }

    @Test
    void invoice_over_nothing_is_settled_when_issued() {
        Ledger ledger = Ledger.of(List.of(Invoice.of("F-0", "ACME", MARCH_2, cad("0"))));
        assertThat(ledger.openItems(MARCH_2)).isEmpty();
        assertThat(ledger.columns().settledFrom(0)).isEqualTo((int) MARCH_2.toEpochDay());
        assertThat(ledger.balance(MARCH_2)).containsEntry("CAD", cad("0.00"));
    }

    @Test
    void rows_are_documents_as_given_then_payments_and_carry_their_fact() {
        Ledger ledger = Ledger.builder()
                .payment(payment("P-1", MARCH_2, "1.00"))
                .creditNote(CreditNote.of("G-1", "ACME", MARCH_2, cad("2.00")))
                .debitNote(DebitNote.of("N-1", "BETA", MARCH_2, Money.of("3", "EUR")))
                .invoice(inInstalments)
                .build();

        assertThat(IntStream.range(0, 5).mapToObj(row -> ledger.item(row, MARCH_2)))
                .extracting(OpenItem::id, OpenItem::instalment, OpenItem::kind, OpenItem::customerId, OpenItem::open)
                .containsExactly(
                        tuple("G-1", 1, ItemKind.CREDIT_NOTE, "ACME", cad("2.00")),
                        tuple("N-1", 1, ItemKind.DEBIT_NOTE, "BETA", Money.of("3", "EUR")),
                        tuple("F-2", 1, ItemKind.INVOICE, "ACME", cad("400.00")),
                        tuple("F-2", 2, ItemKind.INVOICE, "ACME", cad("800.00")),
                        tuple("P-1", 1, ItemKind.PAYMENT, "ACME", cad("1.00")));
        assertThat(ledger.balance(MARCH_2))
                .containsExactly(entry("CAD", cad("1197.00")), entry("EUR", Money.of("3", "EUR"))); // 1200 - 2 - 1
        assertThat(ledger.item(0, MARCH_2).signedOpen()).isEqualTo(cad("-2.00"));
        assertThat(ledger.item(1, MARCH_2).signedOpen()).isEqualTo(Money.of("3", "EUR"));
        assertThat(ledger).hasToString("Ledger[rows=5, customers=2]");
    }

    @Test
    void documents_are_found_by_id_and_payments_are_none() {
        Ledger ledger = Ledger.builder()
                .invoice(inInstalments)
                .payment(payment("P-1", MARCH_2, "1.00"))
                .build();
        assertThat(ledger.rowsOf("F-2")).containsExactly(0, 1);
        assertThat(ledger.document("F-2")).contains(inInstalments);
        assertThat(ledger.items("F-2", MARCH_2)).extracting(OpenItem::dueDate).containsExactly(MAY_1, APRIL_1);
        assertThat(ledger.rowsOf("P-1")).isEmpty();
        assertThat(ledger.document("P-1")).isEmpty();
        assertThat(ledger.document("F-404")).isEmpty();
        assertThat(ledger.items("F-404", MARCH_2)).isEmpty();
    }

    @Test
    void document_and_payment_may_have_the_same_id() {
        Ledger ledger = Ledger.builder()
                .payment(payment("1", MARCH_2, "1.00"), "1")
                .invoice(Invoice.of("1", "ACME", MARCH_2, cad("5.00")))
                .build();
        assertThat(ledger.rowsOf("1")).containsExactly(0);
        assertThat(ledger.balance(MARCH_2)).containsEntry("CAD", cad("4.00"));
    }

    @Test
    void document_made_from_columns_tells_what_columns_tell() {
        List<Document> documents = List.of(
                inInstalments.withTax(cad("200.00")).postedOn(MARCH_16).recordedOn(APRIL_1),
                DebitNote.of("N-1", "ACME", MARCH_2, cad("3.00")).dueOn(APRIL_1),
                CreditNote.of("G-1", "BETA", MARCH_2, cad("2.00")));
        Ledger ledger = Ledger.ofColumns(Ledger.of(documents).columns());

        assertThat(documents)
                .allSatisfy(
                        document -> assertThat(ledger.document(document.id())).contains(document));
        assertThat(ledger.document("F-404")).isEmpty();
        assertThat(ledger.facts()).isEmpty();
        assertThat(ledger.warnings()).isEmpty();
    }

    @Test
    void instalments_are_found_wherever_their_rows_stand() {
        int day = (int) MARCH_2.toEpochDay();
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(5)
                .currency("CAD")
                .customers(new String[] {"ACME"}, new int[5])
                .issueDays(new int[] {day, day, day, day, day})
                .dueDays(new int[] {day + 30, day, day + 10, day + 20, day})
                .minorUnits(new long[] {3, 7, 1, 2, 9})
                .ids(new String[] {"F", "G", "F", "F", "G"})
                .instalments(new int[] {3, 1, 1, 2, 1})
                .kinds(new byte[] {0, 0, 0, 0, 3})
                .build());
        assertThat(ledger.rowsOf("F")).containsExactly(2, 3, 0);
        assertThat(ledger.rowsOf("G")).containsExactly(1);
        assertThat(ledger.document("F").orElseThrow().instalments())
                .extracting(Instalment::amount)
                .containsExactly(cad("0.01"), cad("0.02"), cad("0.03"));
    }

    // ---- building

    @Test
    void customers_come_by_id_the_named_ones_too() {
        Ledger ledger = Ledger.builder()
                .customers(List.of(Customer.of("Z", "Zed"), Customer.of("ACME", "old")))
                .customer(Customer.of("ACME", "Acme Ltée"))
                .invoice(Invoice.of("F-1", "BETA", MARCH_2, cad("1.00")))
                .invoice(invoice)
                .payment(Payment.of("P-1", "GAMMA", MARCH_2, cad("1.00")))
                .build();
        assertThat(ledger.customers())
                .containsExactly(
                        Customer.of("ACME", "Acme Ltée"),
                        Customer.of("BETA"),
                        Customer.of("GAMMA"),
                        Customer.of("Z", "Zed"));
        assertThat(ledger.customer("ACME")).contains(Customer.of("ACME", "Acme Ltée"));
        assertThat(ledger.customer("Y")).isEmpty();
        assertThat(ledger.item(0, MARCH_2).customerId()).isEqualTo("BETA");
    }

    @Test
    void ledger_grows_by_further_facts() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("ACME", "Acme Ltée"))
                .invoice(invoice)
                .payment(payment("P-77", APRIL_1, "400.00"), "F-1001")
                .build();
        Ledger more = ledger.with(List.of(Reversal.ofAllocation("R-1", "P-77/F-1001", APRIL_20)));

        assertThat(open(ledger, MAY_31)).containsExactly(entry("F-1001/1", "800.00"));
        assertThat(open(more, MAY_31)).containsExactly(entry("F-1001/1", "1200.00"), entry("P-77/1", "400.00"));
        assertThat(more.facts()).hasSize(4).startsWith(ledger.facts().toArray(Fact[]::new));
        assertThat(more.customer("ACME")).contains(Customer.of("ACME", "Acme Ltée"));
        assertThatExceptionOfType(InvalidLedgerException.class).isThrownBy(() -> more.with(List.of(invoice)));
    }

    @Test
    void ledger_of_columns_takes_no_facts_but_an_empty_one_does() {
        Ledger ofColumns = Ledger.ofColumns(Ledger.of(List.of(invoice)).columns());
        assertThatIllegalStateException()
                .isThrownBy(() -> ofColumns.with(List.of(invoice)))
                .withMessage("this ledger was made from columns and holds no facts: add rows to the columns instead");
        Ledger empty = Ledger.builder().build();
        assertThat(empty.firstDate()).isEmpty();
        assertThat(empty.openItems(MARCH_2)).isEmpty();
        assertThat(empty.balance(MARCH_2)).isEmpty();
        assertThat(empty.knownOn(MARCH_2).customers()).isEmpty();
        assertThat(open(empty.with(List.of(invoice)), MARCH_2)).containsExactly(entry("F-1001/1", "1200.00"));
    }

    @Test
    void build_names_the_facts_that_do_not_fit() {
        LedgerBuilder builder = Ledger.builder();
        for (int i = 1; i <= 6; i++) {
            builder.fact(WriteOff.of("W-" + i, "F-404", MARCH_2, cad("1.00")));
        }
        String prefix = "6 of the facts do not fit: "
                + "RCV-LEDGER-003: write-off W-1 names document F-404, which does not exist; ";
        assertThatExceptionOfType(InvalidLedgerException.class)
                .isThrownBy(builder::build)
                .withMessageStartingWith(prefix)
                .withMessageContaining("W-5")
                .withMessageEndingWith("; …")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("W-6"))
                .satisfies(e -> assertThat(e.problems()).hasSize(6));
        assertThatExceptionOfType(InvalidLedgerException.class)
                .isThrownBy(() -> Ledger.of(List.of(WriteOff.of("W-1", "F-404", MARCH_2, cad("1.00")))))
                .withMessageEndingWith("does not exist");
    }

    @Test
    void builder_can_go_on_after_load() {
        LedgerBuilder builder = Ledger.builder().invoice(invoice);
        assertThat(builder.load().value().openItems(MAY_31)).hasSize(1);
        builder.payment(payment("P-1", APRIL_1, "1200.00"), "F-1001");
        assertThat(builder.build().openItems(MAY_31)).isEmpty();
        assertThat(builder.build().facts()).hasSize(3);
        assertThatNullPointerException().isThrownBy(() -> builder.fact(null)).withMessage("fact");
        assertThatNullPointerException().isThrownBy(() -> builder.payment(null)).withMessage("payment");
    }

    @Test
    void lists_of_a_ledger_cannot_be_changed() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(payment("P-77", APRIL_20, "1300.00"), "F-1001")
                .build();
        assertThat(ledger.facts()).isUnmodifiable();
        assertThat(ledger.warnings()).isUnmodifiable();
        assertThat(ledger.customers()).isUnmodifiable();
        assertThat(ledger.item(0, MAY_31).settlements()).isUnmodifiable();
        assertThat(ledger.columns().currencies()).isUnmodifiable();
    }

    @Test
    void every_currency_there_is_fits_into_one_ledger() {
        List<Invoice> invoices = java.util.Currency.getAvailableCurrencies().stream()
                .map(currency ->
                        Invoice.of("F-" + currency.getCurrencyCode(), "ACME", MARCH_2, Money.ofMinor(1, currency)))
                .toList();
        Ledger ledger = Ledger.of(invoices);
        assertThat(ledger.columns().currencies()).hasSizeGreaterThan(128);
        assertThat(ledger.openItems(MARCH_2))
                .allSatisfy(item -> assertThat(item.id())
                        .isEqualTo("F-" + item.open().currency().getCurrencyCode()));
    }
}
