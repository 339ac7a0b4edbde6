package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Reversal;
import io.receivables.core.Severity;
import io.receivables.core.cash.LineOutcome.Result;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CashApplicationTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-04");
    private static final BankAccount ACCOUNT = BankAccount.of("DE33 1002 0500 0001 1947 00");

    private final Ledger ledger = Ledger.builder()
            .customer(Customer.of("ACME", "Acme Ltd"))
            .customer(Customer.of("MOREAU", "Moreau SARL"))
            .invoice(invoice("F-1001", "ACME", "1200.00").withReference("RF18 5390 0754 7034"))
            .invoice(invoice("F-1002", "ACME", "300.00"))
            .invoice(invoice("INV/2026/0007", "MOREAU", "80.50"))
            .build();

    private static Invoice invoice(String id, String customer, String amount) {
        return Invoice.of(id, customer, day("2026-03-02"), eur(amount));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static BankLine.Builder line(String date, String amount, String servicerReference) {
        return BankLine.of(ACCOUNT, day(date), eur(amount))
                .kind(LineKind.TRANSFER)
                .reference(BankReference.SERVICER, servicerReference);
    }

    private static BankLine text(String amount, String servicerReference, String... text) {
        return line("2026-05-04", amount, servicerReference)
                .remittance(Remittance.ofText(text))
                .build();
    }

    private static BankStatement statement(BankLine... lines) {
        StatementHeader header = new StatementHeader(StatementKind.STATEMENT, "test", "S-1", "1", ACCOUNT);
        return new BankStatement(header, List.of(), List.of(lines), BalanceCheck.notPossible());
    }

    private CashRun run(BankLine... lines) {
        return CashApplication.of(ledger, CashBook.empty(), List.of(statement(lines)), CashOptions.standard(TODAY));
    }

    private LineOutcome only(BankLine line) {
        CashRun run = run(line);
        assertThat(run.outcomes()).hasSize(1);
        return run.outcomes().get(0);
    }

    private static Money open(Ledger ledger, String document) {
        return ledger.items(document, TODAY).stream()
                .map(OpenItem::open)
                .reduce(Money.zero(Money.currency("EUR")), Money::plus);
    }

    // what is applied

    @Test
    void a_creditor_reference_pays_the_invoice_that_has_it() {
        LineOutcome outcome = only(line("2026-04-20", "1200.00", "B1")
                .remittance(Remittance.ofReference("RF18539007547034"))
                .build());

        assertThat(outcome.result()).isEqualTo(Result.APPLIED);
        assertThat(outcome.candidates()).extracting(Candidate::evidence).containsExactly(Evidence.STRUCTURED_REFERENCE);
        Payment payment = (Payment) outcome.facts().get(0);
        assertThat(payment)
                .isEqualTo(Payment.of(outcome.paymentId(), "ACME", day("2026-04-20"), eur("1200.00"))
                        .withReference("RF18539007547034")
                        .recordedOn(TODAY));
        assertThat(outcome.facts().get(1))
                .isEqualTo(Allocation.ofPayment(
                                outcome.paymentId() + "/1",
                                outcome.paymentId(),
                                "F-1001",
                                day("2026-04-20"),
                                eur("1200.00"))
                        .toInstalment(1)
                        .recordedOn(TODAY));
        Ledger after = ledger.with(outcome.facts());
        assertThat(open(after, "F-1001")).isEqualTo(eur("0.00"));
        assertThat(after.balance(TODAY)).containsEntry("EUR", eur("380.50")); // 300.00 + 80.50
    }

    @Test
    void an_end_to_end_id_pays_the_invoice_that_it_names() {
        LineOutcome outcome = only(line("2026-05-04", "300.00", "B1")
                .reference(BankReference.END_TO_END, "F-1002")
                .build());

        assertThat(outcome.result()).isEqualTo(Result.APPLIED);
        assertThat(outcome.candidates()).extracting(Candidate::evidence).containsExactly(Evidence.END_TO_END_ID);
    }

    @Test
    void an_invoice_number_in_a_text_pays_it_however_it_is_written() {
        for (String text :
                List.of("Invoice INV/2026/0007", "inv 2026 0007 merci", "INV2026/0007", "re: INV-2026-0007.")) {
            assertThat(only(text("80.50", "B1", text)).result()).as(text).isEqualTo(Result.APPLIED);
        }
        // a number that is broken at the end of a piece of the text
        assertThat(only(text("80.50", "B1", "Rechnung INV/20", "26/0007")).result())
                .isEqualTo(Result.APPLIED);
    }

    @Test
    void a_number_within_a_longer_number_names_nothing() {
        for (String text : List.of("F-10011", "XF-1001", "F 1001A", "1001")) {
            assertThat(only(text("1200.00", "B1", text)).candidates()).as(text).isEmpty();
        }
    }

    @Test
    void several_invoices_are_paid_together_when_they_add_up() {
        LineOutcome outcome = only(text("1500.00", "B1", "F-1001, F-1002")); // 1,200.00 + 300.00

        assertThat(outcome.result()).isEqualTo(Result.APPLIED);
        assertThat(outcome.facts().stream().skip(1).map(Allocation.class::cast))
                .extracting(Allocation::documentId, Allocation::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("F-1001", eur("1200.00")),
                        org.assertj.core.groups.Tuple.tuple("F-1002", eur("300.00")));
    }

    @Test
    void what_the_payer_states_for_each_document_is_applied_even_in_part() {
        LineOutcome outcome = only(line("2026-05-04", "1300.00", "B1")
                .remittance(new Remittance(
                        List.of(),
                        List.of(),
                        List.of(
                                RemittedDocument.of("CINV", "F-1001").paying(eur("1200.00")),
                                RemittedDocument.of("CINV", "F-1002").paying(eur("100.00")))))
                .build());

        assertThat(outcome.result()).isEqualTo(Result.APPLIED);
        assertThat(open(ledger.with(outcome.facts()), "F-1002")).isEqualTo(eur("200.00")); // 300.00 − 100.00
    }

    @Test
    void the_first_instalments_are_paid_in_the_order_in_which_they_fall_due() {
        Ledger inParts = Ledger.builder()
                .customer(Customer.of("ACME", "Acme Ltd"))
                .invoice(invoice("F-2001", "ACME", "900.00")
                        .payableIn(List.of(
                                Instalment.of(day("2026-04-01"), eur("300.00")),
                                Instalment.of(day("2026-05-01"), eur("300.00")),
                                Instalment.of(day("2026-06-01"), eur("300.00")))))
                .build();
        CashRun run = CashApplication.of(
                inParts,
                CashBook.empty(),
                List.of(statement(text("300.00", "B1", "F-2001"), text("600.00", "B2", "F-2001"))),
                CashOptions.standard(TODAY));

        assertThat(run.facts().stream().filter(Allocation.class::isInstance).map(Allocation.class::cast))
                .extracting(Allocation::instalment)
                .containsExactly(1, 2, 3);
        assertThat(run.of(Result.APPLIED)).hasSize(2);
    }

    @Test
    void one_reference_of_several_invoices_pays_the_one_whose_amount_it_is() {
        Ledger shared = Ledger.builder()
                .customer(Customer.of("ACME", "Acme Ltd"))
                .invoice(invoice("F-1", "ACME", "10.00").withReference("4711000012"))
                .invoice(invoice("F-2", "ACME", "20.00").withReference("4711000012"))
                .invoice(invoice("F-3", "ACME", "20.00").withReference("4711000012"))
                .build();
        BankLine[] lines = {
            line("2026-05-01", "10.00", "B1")
                    .remittance(Remittance.ofReference("4711000012"))
                    .build(),
            line("2026-05-02", "20.00", "B2")
                    .remittance(Remittance.ofReference("4711000012"))
                    .build(),
            line("2026-05-03", "40.00", "B3")
                    .remittance(Remittance.ofReference("4711000012"))
                    .build(),
        };
        CashRun run =
                CashApplication.of(shared, CashBook.empty(), List.of(statement(lines)), CashOptions.standard(TODAY));

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.UNAPPLIED, Result.APPLIED);
    }

    @Test
    void a_part_paid_invoice_is_paid_by_what_is_left_of_it() {
        Ledger partPaid = ledger.with(List.of(
                Payment.of("P-1", "ACME", day("2026-04-01"), eur("1000.00")),
                Allocation.ofPayment("A-1", "P-1", "F-1001", day("2026-04-01"), eur("1000.00"))));
        CashRun run = CashApplication.of(
                partPaid,
                CashBook.empty(),
                List.of(statement(text("200.00", "B1", "Rest of F-1001"))), // 1,200.00 − 1,000.00
                CashOptions.standard(TODAY));

        assertThat(run.of(Result.APPLIED)).hasSize(1);
        assertThat(open(partPaid.with(run.facts()), "F-1001")).isEqualTo(eur("0.00"));
    }

    @Test
    void a_charge_taken_out_of_a_payment_does_not_shorten_what_it_pays() {
        CashRun run = run(line("2026-05-04", "1188.00", "B1") // 1,200.00 − 12.00
                .charge(LineCharge.included(eur("12.00"), "DEBT"))
                .remittance(Remittance.ofText("F-1001"))
                .build());

        assertThat(run.of(Result.APPLIED)).hasSize(1);
        assertThat(((Payment) run.facts().get(0)).amount()).isEqualTo(eur("1200.00"));
        assertThat(run.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(eur("12.00"));
            assertThat(charge.paymentId()).isEqualTo(run.outcomes().get(0).paymentId());
        });
    }

    // what is left

    @Test
    void another_amount_stays_the_customers_unapplied_cash_with_the_item_seen() {
        LineOutcome outcome = only(text("1100.00", "B1", "F-1001"));

        assertThat(outcome.result()).isEqualTo(Result.UNAPPLIED);
        assertThat(outcome.facts()).singleElement().isInstanceOf(Payment.class);
        assertThat(outcome.candidates())
                .extracting(candidate -> candidate.item().id())
                .containsExactly("F-1001");
        assertThat(outcome.reason().map(Problem::message))
                .contains("F-1001 is named; EUR 1200.00 is open and EUR 1100.00 was paid.");
        assertThat(outcome.reason()
                        .map(problem -> problem.message(Locale.FRENCH))
                        .orElseThrow())
                .startsWith("F-1001 est nommé\u00a0;");
    }

    @Test
    void money_of_which_nobody_is_known_is_left_unbooked_or_put_in_suspense() {
        BankLine line = text("55.00", "B1", "thank you");
        assertThat(only(line).result()).isEqualTo(Result.UNIDENTIFIED);
        assertThat(only(line).facts()).isEmpty();

        CashRun run = CashApplication.of(
                ledger,
                CashBook.empty(),
                List.of(statement(line)),
                CashOptions.standard(TODAY).withSuspenseCustomer("NOT-YET-KNOWN"));
        assertThat(run.of(Result.UNAPPLIED)).hasSize(1);
        assertThat(ledger.with(run.facts()).balance(TODAY)).containsEntry("EUR", eur("1525.50")); // 1,580.50 − 55.00
    }

    @Test
    void items_of_two_customers_are_left_to_a_person() {
        LineOutcome outcome = only(text("1280.50", "B1", "F-1001 INV/2026/0007")); // 1,200.00 + 80.50

        assertThat(outcome.result()).isEqualTo(Result.UNIDENTIFIED);
        assertThat(outcome.reason().map(Problem::code)).contains(CashProblem.SEVERAL_CUSTOMERS);
        assertThat(outcome.candidates()).hasSize(2);
    }

    @Test
    void two_kinds_of_evidence_that_name_different_fitting_items_decide_nothing() {
        Ledger equal = ledger.with(List.of(invoice("F-1003", "ACME", "300.00")));
        BankLine line = line("2026-05-04", "300.00", "B1")
                .reference(BankReference.END_TO_END, "F-1002")
                .remittance(Remittance.ofText("F-1003"))
                .build();
        CashRun run =
                CashApplication.of(equal, CashBook.empty(), List.of(statement(line)), CashOptions.standard(TODAY));

        assertThat(run.outcomes().get(0).reason().map(Problem::code)).contains(CashProblem.SEVERAL_FIT);
        assertThat(run.outcomes().get(0).result()).isEqualTo(Result.UNAPPLIED);
    }

    @Test
    void another_currency_pays_nothing() {
        BankLine line = BankLine.of(ACCOUNT, TODAY, Money.of("1200.00", "CHF"))
                .reference(BankReference.SERVICER, "B1")
                .remittance(Remittance.ofText("F-1001"))
                .build();

        assertThat(only(line).reason().map(Problem::code)).contains(CashProblem.OTHER_CURRENCY);
    }

    @Test
    void a_short_number_names_an_invoice_only_when_it_is_all_that_is_said() {
        Ledger numbered = ledger.with(List.of(invoice("17", "ACME", "5.00"), invoice("2024", "ACME", "6.00")));
        CashRun run = CashApplication.of(
                numbered,
                CashBook.empty(),
                List.of(statement(
                        text("5.00", "B1", "17"),
                        text("5.00", "B2", "flat 17"),
                        // four digits that fit, but for another amount: a year tells nobody
                        text("7.00", "B3", "rent 2024"))),
                CashOptions.standard(TODAY));

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.UNIDENTIFIED, Result.UNIDENTIFIED);
        assertThat(run.outcomes().get(2).candidates()).hasSize(1);
    }

    @Test
    void an_item_is_paid_once_within_a_run() {
        CashRun run = run(text("300.00", "B1", "F-1002"), text("300.00", "B2", "F-1002"));

        assertThat(run.outcomes()).extracting(LineOutcome::result).containsExactly(Result.APPLIED, Result.UNIDENTIFIED);
        assertThat(run.outcomes().get(1).reason().map(Problem::code)).contains(CashProblem.NO_ITEM_NAMED);
    }

    @Test
    void a_credit_note_is_no_item_to_pay() {
        Ledger credited = ledger.with(List.of(CreditNote.of("AV-1", "ACME", day("2026-03-05"), eur("50.00"))));
        CashRun run = CashApplication.of(
                credited,
                CashBook.empty(),
                List.of(statement(text("50.00", "B1", "AV-1"))),
                CashOptions.standard(TODAY));

        assertThat(run.of(Result.UNIDENTIFIED)).hasSize(1);
    }

    @Test
    void a_matcher_that_proposes_too_much_is_not_believed() {
        LineMatcher greedy = (line, open) ->
                MatchProposal.apply("ACME", List.of(new ItemShare("F-1002", 1, eur("300.01"))), List.of());
        CashRun run = CashApplication.of(
                ledger,
                CashBook.empty(),
                List.of(statement(text("400.00", "B1", ""))),
                CashOptions.standard(TODAY).withMatcher(greedy));

        assertThat(run.outcomes().get(0).result()).isEqualTo(Result.UNAPPLIED);
        assertThat(run.outcomes().get(0).reason().map(Problem::code)).contains(CashProblem.PROPOSAL_DOES_NOT_FIT);
    }

    @Test
    void a_matcher_that_proposes_what_is_not_there_is_not_believed() {
        for (ItemShare share : List.of(
                new ItemShare("F-9999", 1, eur("1.00")),
                new ItemShare("F-1002", 2, eur("1.00")),
                new ItemShare("F-1002", 1, Money.of("1.00", "CHF")))) {
            LineMatcher dreaming = (line, open) -> MatchProposal.apply("ACME", List.of(share), List.of());
            CashRun run = CashApplication.of(
                    ledger,
                    CashBook.empty(),
                    List.of(statement(text("1.00", "B1", ""))),
                    CashOptions.standard(TODAY).withMatcher(dreaming));
            assertThat(run.outcomes().get(0).reason().map(Problem::code)).contains(CashProblem.PROPOSAL_DOES_NOT_FIT);
        }
    }

    @Test
    void what_a_line_leaves_of_an_item_the_next_one_can_pay() {
        CashRun run = run(
                line("2026-05-01", "100.00", "B1")
                        .remittance(new Remittance(
                                List.of(),
                                List.of(),
                                List.of(RemittedDocument.of("CINV", "F-1002").paying(eur("100.00")))))
                        .build(),
                text("200.00", "B2", "F-1002"));

        assertThat(run.of(Result.APPLIED)).hasSize(2);
        assertThat(open(ledger.with(run.facts()), "F-1002")).isEqualTo(eur("0.00"));
    }

    @Test
    void nothing_that_is_left_to_a_person_is_an_error() {
        assertThat(Arrays.stream(CashProblem.values()).map(CashProblem::severity))
                .containsOnly(Severity.WARNING);
    }

    @Test
    void a_matcher_of_ones_own_may_apply_in_part() {
        LineMatcher oldestFirst = (line, open) -> MatchProposal.apply(
                "ACME", List.of(new ItemShare(open.documentsOf("ACME").get(0), 1, eur("1200.00"))), List.of());
        CashRun run = CashApplication.of(
                ledger,
                CashBook.empty(),
                List.of(statement(text("1250.00", "B1", ""))),
                CashOptions.standard(TODAY).withMatcher(oldestFirst));
        Ledger after = ledger.with(run.facts());

        assertThat(open(after, "F-1001")).isEqualTo(eur("0.00"));
        assertThat(after.balance(TODAY)).containsEntry("EUR", eur("330.50")); // 1,580.50 − 1,250.00
    }

    @Test
    void what_is_no_customers_money_is_no_payment() {
        CashRun run = run(
                text("-20.00", "B1", "F-1001"),
                line("2026-05-04", "3.10", "B2").kind(LineKind.INTEREST).build(),
                line("2026-05-04", "-4.50", "B3")
                        .kind(LineKind.CHARGES)
                        .text("account fee")
                        .build(),
                line("2026-05-04", "1200.00", "B4")
                        .status(LineStatus.PENDING)
                        .remittance(Remittance.ofText("F-1001"))
                        .build());

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.NO_RECEIPT, Result.NO_RECEIPT, Result.NO_RECEIPT, Result.NOT_BOOKED);
        assertThat(run.facts()).isEmpty();
        assertThat(run.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(eur("4.50"));
            assertThat(charge.text()).isEqualTo("account fee");
        });
    }

    // what comes twice

    @Test
    void a_booking_counts_once_in_whatever_message_it_comes() {
        BankLine inStatement = text("300.00", "B1", "F-1002");
        BankLine inNotification = line("2026-05-04", "300.00", "B1").build();
        CashRun run = CashApplication.of(
                ledger,
                CashBook.empty(),
                List.of(statement(inStatement), statement(inNotification), statement(inStatement)),
                CashOptions.standard(TODAY));

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.DUPLICATE, Result.DUPLICATE);
        assertThat(run.outcomes().get(2).paymentId())
                .isEqualTo(run.outcomes().get(0).paymentId());

        CashRun later = CashApplication.of(
                ledger.with(run.facts()),
                CashBook.of(run.booked()),
                List.of(statement(inNotification)),
                CashOptions.standard(TODAY));
        assertThat(later.of(Result.DUPLICATE)).hasSize(1);
        assertThat(later.facts()).isEmpty();
        assertThat(later.booked()).isEmpty();
    }

    @Test
    void equal_bookings_of_one_statement_are_two_and_without_a_reference_as_well() {
        BankLine one = text("300.00", "", "F-1002");
        CashRun run = CashApplication.of(
                ledger,
                CashBook.empty(),
                List.of(statement(one, one), statement(one, one)),
                CashOptions.standard(TODAY).withSuspenseCustomer("NOT-YET-KNOWN"));

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.UNAPPLIED, Result.DUPLICATE, Result.DUPLICATE);
        assertThat(run.facts().stream().map(Fact::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_line_left_to_a_person_is_taken_up_again_until_they_decide() {
        BankLine line = text("77.00", "B1", "F-3001");
        CashRun first = run(line);
        assertThat(first.of(Result.UNIDENTIFIED)).hasSize(1);

        // the invoice is entered a day later
        Ledger later = ledger.with(List.of(invoice("F-3001", "MOREAU", "77.00")));
        CashRun second = CashApplication.of(
                later, CashBook.of(first.booked()), List.of(statement(line)), CashOptions.standard(TODAY));
        assertThat(second.of(Result.APPLIED)).hasSize(1);

        CashBook decided = CashBook.empty().with(List.of(first.outcomes().get(0).bookedAs("P-77")));
        CashRun third = CashApplication.of(later, decided, List.of(statement(line)), CashOptions.standard(TODAY));
        assertThat(third.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.result()).isEqualTo(Result.DUPLICATE);
            assertThat(outcome.paymentId()).isEqualTo("P-77");
        });
    }

    @Test
    void of_several_messages_the_one_that_says_most_is_matched() {
        BankLine poor = line("2026-05-04", "300.00", "B1").build();
        for (BankLine rich : List.of(
                line("2026-05-04", "300.00", "B1")
                        .remittance(Remittance.ofText("F-1002"))
                        .build(),
                line("2026-05-04", "300.00", "B1")
                        .remittance(Remittance.ofReference("F-1002"))
                        .build(),
                line("2026-05-04", "300.00", "B1")
                        .reference(BankReference.END_TO_END, "F-1002")
                        .build(),
                line("2026-05-04", "300.00", "B1")
                        .remittance(
                                new Remittance(List.of(), List.of(), List.of(RemittedDocument.of("CINV", "F-1002"))))
                        .build())) {
            for (List<BankStatement> order :
                    List.of(List.of(statement(poor), statement(rich)), List.of(statement(rich), statement(poor)))) {
                CashRun run = CashApplication.of(ledger, CashBook.empty(), order, CashOptions.standard(TODAY));
                assertThat(run.of(Result.APPLIED)).singleElement().satisfies(outcome -> {
                    assertThat(outcome.line()).isEqualTo(rich);
                    assertThat(((Payment) outcome.facts().get(0)).reference()).isEqualTo("F-1002");
                });
                // the copies come last and know the payment
                assertThat(run.outcomes().get(1).result()).isEqualTo(Result.DUPLICATE);
                assertThat(run.outcomes().get(1).paymentId())
                        .isEqualTo(run.outcomes().get(0).paymentId());
            }
        }
    }

    @Test
    void a_pending_copy_does_not_stand_in_the_way_of_the_booking() {
        BankLine pending = line("2026-05-04", "300.00", "B1")
                .status(LineStatus.PENDING)
                .remittance(Remittance.ofText("F-1002, and more is said here"))
                .build();
        CashRun run = run(pending, text("300.00", "B1", "F-1002"));

        assertThat(run.of(Result.NOT_BOOKED)).hasSize(1);
        assertThat(run.of(Result.APPLIED)).hasSize(1);
    }

    // sums

    private static BankLine part(int number, String amount, String text) {
        return line("2026-05-04", amount, "SUM-1")
                .part(new BatchPart(number, 2, eur("380.50")))
                .remittance(Remittance.ofText(text))
                .build();
    }

    private static BankLine sum() {
        return line("2026-05-04", "380.50", "SUM-1")
                .part(new BatchPart(0, 2, eur("380.50")))
                .build();
    }

    @Test
    void the_parts_of_a_sum_count_in_place_of_it_whichever_comes_first() {
        BankLine one = part(1, "300.00", "F-1002");
        BankLine two = part(2, "80.50", "INV 2026 0007");
        for (List<BankStatement> order : List.of(
                List.of(statement(sum()), statement(one, two)), List.of(statement(one, two), statement(sum())))) {
            CashRun run = CashApplication.of(ledger, CashBook.empty(), order, CashOptions.standard(TODAY));
            assertThat(run.of(Result.APPLIED)).hasSize(2);
            assertThat(run.of(Result.DUPLICATE))
                    .singleElement()
                    .satisfies(outcome -> assertThat(
                                    outcome.line().part().orElseThrow().isSum())
                            .isTrue());
        }
    }

    @Test
    void a_sum_waits_for_its_parts_in_a_later_run() {
        CashOptions options = CashOptions.standard(TODAY).withSuspenseCustomer("NOT-YET-KNOWN");
        CashRun first = CashApplication.of(ledger, CashBook.empty(), List.of(statement(sum())), options);
        assertThat(first.outcomes().get(0).result()).isEqualTo(Result.UNIDENTIFIED);
        assertThat(first.outcomes().get(0).reason().map(Problem::code)).contains(CashProblem.SUM_WITHOUT_PARTS);

        BankStatement parts = statement(part(1, "300.00", "F-1002"), part(2, "80.50", "INV 2026 0007"));
        CashRun second = CashApplication.of(ledger, CashBook.of(first.booked()), List.of(parts), options);
        assertThat(second.of(Result.APPLIED)).hasSize(2);

        CashRun third = CashApplication.of(
                ledger.with(second.facts()), CashBook.of(second.booked()), List.of(statement(sum())), options);
        assertThat(third.of(Result.DUPLICATE)).hasSize(1);
    }

    @Test
    void parts_that_come_after_their_sum_was_booked_are_reported_and_not_booked() {
        LineOutcome left = only(sum());
        CashBook decided = CashBook.empty().with(List.of(left.bookedAs("P-1")));
        CashRun run = CashApplication.of(
                ledger, decided, List.of(statement(part(1, "300.00", "F-1002"))), CashOptions.standard(TODAY));

        assertThat(run.facts()).isEmpty();
        assertThat(run.outcomes().get(0).reason().map(Problem::message))
                .contains("The parts of a sum came after it was booked as payment P-1: divide that payment.");
    }

    // what comes back

    private static BankLine returned(String amount, BankReference by, String value) {
        return line("2026-05-05", amount, "R1")
                .returned(LineReturn.because(ReturnReason.iso("AM04")))
                .reference(by, value)
                .build();
    }

    private CashRun paidAndReturned(BankLine.Builder paid, BankLine returned) {
        BankLine payment = paid.remittance(Remittance.ofText("F-1002")).build();
        CashRun first = run(payment);
        assertThat(first.of(Result.APPLIED)).hasSize(1);
        CashRun second = CashApplication.of(
                ledger.with(first.facts()),
                CashBook.of(first.booked()),
                List.of(statement(returned)),
                CashOptions.standard(day("2026-05-05")));
        if (!second.of(Result.RETURNED).isEmpty()) {
            assertThat(second.outcomes().get(0).paymentId())
                    .isEqualTo(first.outcomes().get(0).paymentId());
            Ledger after = ledger.with(first.facts()).with(second.facts());
            assertThat(after.items("F-1002", day("2026-05-05")).get(0).open()).isEqualTo(eur("300.00"));
            assertThat(after.items("F-1002", day("2026-05-04")).get(0).open()).isEqualTo(eur("0.00"));
        }
        return second;
    }

    @Test
    void a_return_reopens_the_receivable_by_the_original_amount_and_the_fee_is_apart() {
        BankLine back = line("2026-05-05", "-303.00", "R1") // 300.00 + 3.00
                .charge(LineCharge.included(eur("3.00"), "return fee"))
                .returned(LineReturn.because(ReturnReason.iso("AM04")))
                .reference(BankReference.END_TO_END, "E-1")
                .build();
        CashRun run =
                paidAndReturned(line("2026-05-04", "300.00", "B1").reference(BankReference.END_TO_END, "E-1"), back);

        assertThat(run.of(Result.RETURNED)).hasSize(1);
        Reversal reversal = (Reversal) run.facts().get(0);
        assertThat(reversal.reason()).isEqualTo("AM04");
        assertThat(reversal.date()).isEqualTo(day("2026-05-05"));
        assertThat(run.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(eur("3.00"));
            assertThat(charge.paymentId()).isEqualTo(reversal.targetId());
        });
    }

    @Test
    void a_return_is_matched_by_any_reference_that_it_repeats() {
        for (Map.Entry<BankReference, BankReference> way : List.of(
                Map.entry(BankReference.END_TO_END, BankReference.END_TO_END),
                Map.entry(BankReference.MANDATE, BankReference.MANDATE),
                Map.entry(BankReference.UETR, BankReference.UETR),
                Map.entry(BankReference.SERVICER, BankReference.PART),
                Map.entry(BankReference.PART, BankReference.PART),
                Map.entry(BankReference.CHEQUE, BankReference.CHEQUE))) {
            CashRun run = paidAndReturned(
                    line("2026-05-04", "300.00", "B1").reference(way.getKey(), "X-9"),
                    returned("-300.00", way.getValue(), "X-9"));
            assertThat(run.of(Result.RETURNED)).as(way.toString()).hasSize(1);
        }
    }

    @Test
    void a_return_of_another_amount_or_of_nothing_known_is_left_to_a_person() {
        BankLine.Builder paid = line("2026-05-04", "300.00", "B1").reference(BankReference.END_TO_END, "E-1");
        assertThat(paidAndReturned(paid, returned("-299.00", BankReference.END_TO_END, "E-1"))
                        .outcomes()
                        .get(0)
                        .reason()
                        .map(Problem::code))
                .contains(CashProblem.RETURN_DIFFERS);
        LineOutcome unknown = paidAndReturned(paid, returned("-300.00", BankReference.END_TO_END, "E-2"))
                .outcomes()
                .get(0);
        assertThat(unknown.result()).isEqualTo(Result.RETURN_OPEN);
        assertThat(unknown.reason().map(Problem::message))
                .contains("EUR 300.00 came back, and no payment is known by these references: [R1, E-2].");
    }

    @Test
    void a_payment_comes_back_once() {
        BankLine paid = line("2026-05-04", "300.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofText("F-1002"))
                .build();
        BankLine back = returned("-300.00", BankReference.END_TO_END, "E-1");
        BankLine again = line("2026-05-06", "-300.00", "R2")
                .returned(LineReturn.because(ReturnReason.notStated()))
                .reference(BankReference.END_TO_END, "E-1")
                .build();
        CashRun run = run(paid, back, again);

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.RETURNED, Result.RETURN_OPEN);
        assertThat(run.outcomes().get(2).reason().map(Problem::message))
                .contains("EUR 300.00 came back, and the original "
                        + run.outcomes().get(0).paymentId() + " has come back before.");
    }

    @Test
    void one_mandate_with_two_payments_of_the_amount_decides_nothing() {
        CashRun run = run(
                line("2026-05-01", "300.00", "B1")
                        .reference(BankReference.MANDATE, "M-1")
                        .remittance(Remittance.ofText("F-1002"))
                        .build(),
                line("2026-05-02", "300.00", "B2")
                        .reference(BankReference.MANDATE, "M-1")
                        .remittance(Remittance.ofText("F-1001"))
                        .build(),
                returned("-300.00", BankReference.MANDATE, "M-1"));

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.UNAPPLIED, Result.RETURN_OPEN);
        assertThat(run.outcomes().get(2).reason().map(Problem::code)).contains(CashProblem.SEVERAL_ORIGINALS);
    }

    @Test
    void an_item_that_came_open_again_can_be_paid_anew_in_the_same_run() {
        CashRun run = run(
                line("2026-05-01", "300.00", "B1")
                        .reference(BankReference.END_TO_END, "E-1")
                        .remittance(Remittance.ofText("F-1002"))
                        .build(),
                line("2026-05-02", "-300.00", "R1")
                        .reversal()
                        .reference(BankReference.END_TO_END, "E-1")
                        .build(),
                line("2026-05-03", "300.00", "B2")
                        .remittance(Remittance.ofText("F-1002"))
                        .build());

        assertThat(run.outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.RETURNED, Result.APPLIED);
        assertThat(open(ledger.with(run.facts()), "F-1002")).isEqualTo(eur("0.00"));
    }

    @Test
    void a_return_is_taken_before_the_payments_of_its_day() {
        BankLine paid = line("2026-05-01", "300.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofText("F-1002"))
                .build();
        CashRun first = run(paid);
        CashRun second = CashApplication.of(
                ledger.with(first.facts()),
                CashBook.of(first.booked()),
                List.of(statement(
                        line("2026-05-04", "300.00", "B2")
                                .remittance(Remittance.ofText("F-1002"))
                                .build(),
                        line("2026-05-04", "-300.00", "R1")
                                .reversal()
                                .reference(BankReference.END_TO_END, "E-1")
                                .build())),
                CashOptions.standard(TODAY));

        assertThat(second.outcomes()).extracting(LineOutcome::result).containsExactly(Result.RETURNED, Result.APPLIED);
    }

    @Test
    void our_own_payment_that_comes_back_is_no_customers_payment() {
        LineOutcome outcome = only(line("2026-05-04", "1200.00", "B1")
                .returned(LineReturn.because(ReturnReason.iso("AC04")))
                .remittance(Remittance.ofText("F-1001"))
                .build());

        assertThat(outcome.result()).isEqualTo(Result.NO_RECEIPT);
        assertThat(outcome.reason().map(Problem::code)).contains(CashProblem.MONEY_BACK_IN);
    }

    @Test
    void what_is_returned_on_its_own_day_comes_after_its_payment() {
        BankLine paid = line("2026-05-04", "300.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofText("F-1002"))
                .build();
        BankLine back = line("2026-05-04", "-300.00", "R1")
                .reversal()
                .reference(BankReference.END_TO_END, "E-1")
                .build();

        assertThat(run(back, paid).outcomes())
                .extracting(LineOutcome::result)
                .containsExactly(Result.APPLIED, Result.RETURNED);
    }

    @Test
    void a_return_on_another_account_is_of_another_payment() {
        BankLine paid = line("2026-05-01", "300.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofText("F-1002"))
                .build();
        BankLine back = BankLine.of(BankAccount.of("DE89370400440532013000"), day("2026-05-04"), eur("-300.00"))
                .reversal()
                .reference(BankReference.END_TO_END, "E-1")
                .build();

        assertThat(run(paid, back).outcomes().get(1).reason().map(Problem::code))
                .contains(CashProblem.ORIGINAL_UNKNOWN);
    }

    @Test
    void a_surer_reference_that_does_not_fit_leaves_the_word_to_the_next() {
        BankLine paid = line("2026-05-01", "300.00", "B1")
                .reference(BankReference.MANDATE, "M-1")
                .remittance(Remittance.ofText("F-1002"))
                .build();
        BankLine other = line("2026-05-02", "1.00", "B2")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofText("F-1001"))
                .build();
        BankLine back = line("2026-05-04", "-300.00", "R1")
                .reversal()
                .reference(BankReference.END_TO_END, "E-1")
                .reference(BankReference.MANDATE, "M-1")
                .build();
        CashRun run = run(paid, other, back);
        assertThat(run.of(Result.RETURNED))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.paymentId())
                        .isEqualTo(run.outcomes().get(0).paymentId()));

        BankLine unknown = line("2026-05-04", "-9.00", "R1")
                .reversal()
                .reference(BankReference.END_TO_END, "E-1")
                .reference(BankReference.MANDATE, "M-1")
                .build();
        Problem why = run(paid, other, unknown).outcomes().get(2).reason().orElseThrow();
        assertThat(why.message())
                .isEqualTo("EUR 9.00 came back, and the original "
                        + run.outcomes().get(1).paymentId() + " was of EUR 1.00: decide what it reverses.");
    }

    // days and columns

    @Test
    void a_payment_counts_from_the_booking_date_or_the_value_date() {
        BankLine line = line("2026-05-02", "300.00", "B1")
                .valueOn(day("2026-04-30"))
                .remittance(Remittance.ofText("F-1002"))
                .build();
        CashOptions byValue = CashOptions.standard(TODAY).datedBy(CashOptions.DatedBy.VALUE_DATE);

        assertThat(((Payment) only(line).facts().get(0)).date()).isEqualTo(day("2026-05-02"));
        CashRun run = CashApplication.of(ledger, CashBook.empty(), List.of(statement(line)), byValue);
        assertThat(((Payment) run.facts().get(0)).date()).isEqualTo(day("2026-04-30"));
    }

    @Test
    void a_ledger_of_columns_is_matched_as_well() {
        Ledger columns = Ledger.ofColumns(ledger.columns());
        CashRun run = CashApplication.of(
                columns,
                CashBook.empty(),
                List.of(statement(text("300.00", "B1", "F-1002"))),
                CashOptions.standard(TODAY));

        assertThat(run.of(Result.APPLIED)).hasSize(1);
    }

    @Test
    void the_totals_of_all_results_are_the_total_of_all_lines() {
        CashRun run = run(text("300.00", "B1", "F-1002"), text("1.00", "B2", "?"), text("-5.00", "B3", "?"));

        assertThat(run.total(Result.APPLIED)).isEqualTo(Map.of("EUR", eur("300.00")));
        assertThat(run.total(Result.UNIDENTIFIED)).isEqualTo(Map.of("EUR", eur("1.00")));
        assertThat(run.total(Result.NO_RECEIPT)).isEqualTo(Map.of("EUR", eur("-5.00")));
        assertThat(run.total(Result.RETURNED)).isEmpty();
    }
}
