package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.measure.Effectiveness.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EffectivenessTest {
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
    private static final EffectivenessOptions TEN_DAYS =
            EffectivenessOptions.standard(JULY_1).within(10);

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Invoice invoice(String id, String customer, String amount) {
        return Invoice.of(id, customer, LocalDate.of(2026, 3, 1), eur(amount)).dueOn(LocalDate.of(2026, 4, 1));
    }

    private static Payment payment(String id, String customer, LocalDate date, String amount) {
        return Payment.of(id, customer, date, eur(amount));
    }

    /** One invoice of 100.00, F-1, and an e-mail about it that went out on 1 May. */
    private static final SentLetters ONE_LETTER = new SentLetters()
            .letter("L-1", "A", MAY_1, Channel.EMAIL)
            .about("F-1", 1, eur("100.00"))
            .sent();

    private static LedgerBuilder oneInvoice() {
        return Ledger.builder().invoice(invoice("F-1", "A", "100.00"));
    }

    private static Results overOf(LedgerBuilder ledger, SentLetters letters) {
        List<Row> total =
                Effectiveness.of(ledger.build(), letters.cases(), TEN_DAYS).by();
        assertThat(total).hasSize(1);
        return total.get(0).over();
    }

    /** The lines of the class's documentation. */
    @Test
    void the_snippet_works() {
        Ledger ledger = oneInvoice()
                .payment(payment("P-1", "A", may(4), "25.00"), "F-1")
                .build();
        Cases cases = ONE_LETTER.cases();
        LocalDate asOf = JULY_1;
        List<String> seen = new ArrayList<>();

        Effectiveness effectiveness = Effectiveness.of(
                ledger, cases, EffectivenessOptions.standard(asOf).within(14));
        for (Effectiveness.Row row : effectiveness.by(Dimension.LEVEL, Dimension.CHANNEL)) {
            seen.add(row.group() + " " + row.over().percentCollected().orElseThrow());
        }

        assertThat(seen).containsExactly("{LEVEL=1, CHANNEL=email} 25");
    }

    @Test
    void codes_of_dimensions_are_pinned() {
        assertThat(Dimension.values())
                .extracting(Dimension::code)
                .containsExactly("step", "level", "channel", "template", "policy", "segment", "variant");
    }

    // ---- collected

    @Test
    void cash_counts_from_the_day_after_the_sending_to_the_last_day() {
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", may(1), "1.00"), "F-1") // the day of the sending: before it
                .payment(payment("P-2", "A", may(2), "2.00"), "F-1")
                .payment(payment("P-3", "A", may(11), "4.00"), "F-1") // the tenth day
                .payment(payment("P-4", "A", may(12), "8.00"), "F-1");

        Results results = overOf(ledger, ONE_LETTER);

        assertThat(results.collected()).isEqualTo(eur("6.00"));
        assertThat(results.paid()).isZero();
        // (2.00 × 1 day + 4.00 × 10 days) / 6.00
        assertThat(results.meanDays().orElseThrow()).isEqualByComparingTo("7");
        assertThat(results.medianDays()).isEmpty();
    }

    @Test
    void what_comes_on_the_day_of_a_call_is_put_down_to_it() {
        for (Channel channel : List.of(Channel.PHONE, Channel.VISIT)) {
            SentLetters call = new SentLetters()
                    .letter("L-1", "A", MAY_1, channel)
                    .about("F-1", 1, eur("100.00"))
                    .sent();
            LedgerBuilder ledger = oneInvoice()
                    .payment(payment("P-1", "A", may(1), "100.00"), "F-1")
                    .fact(Dispute.of("D-1", "F-1", may(1)));

            Results results = overOf(ledger, call);

            assertThat(results.collected()).isEqualTo(eur("100.00"));
            assertThat(results.disputed()).isEqualTo(1);
            assertThat(results.medianDays().orElseThrow()).isEqualByComparingTo("0");
        }
    }

    @Test
    void cash_is_put_down_to_the_last_action_alone() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent()
                .letter("L-2", "A", may(6), Channel.EMAIL)
                .about("F-1", 2, eur("70.00"))
                .sent();
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", may(6), "30.00"), "F-1") // the day of the second: still the first one's
                .payment(payment("P-2", "A", may(7), "70.00"), "F-1");

        List<Row> rows =
                Effectiveness.of(ledger.build(), letters.cases(), TEN_DAYS).by(Dimension.LEVEL);

        assertThat(rows)
                .extracting(Row::group)
                .containsExactly(Map.of(Dimension.LEVEL, "1"), Map.of(Dimension.LEVEL, "2"));
        assertThat(rows).extracting(row -> row.over().collected()).containsExactly(eur("30.00"), eur("70.00"));
        assertThat(rows).extracting(row -> row.over().paid()).containsExactly(0L, 1L);
    }

    @Test
    void the_last_action_is_the_one_that_went_out_last() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .letter("L-2", "A", may(2), Channel.EMAIL)
                .about("F-1", 2, eur("100.00"))
                .sentOn(may(3))
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .sentOn(may(6));
        LedgerBuilder ledger = oneInvoice().payment(payment("P-1", "A", may(8), "100.00"), "F-1");

        List<Row> rows =
                Effectiveness.of(ledger.build(), letters.cases(), TEN_DAYS).by(Dimension.LEVEL);

        assertThat(rows).extracting(row -> row.over().collected()).containsExactly(eur("100.00"), eur("0.00"));
    }

    @Test
    void an_action_is_about_its_instalment_alone() {
        LedgerBuilder ledger = Ledger.builder()
                .fact(Invoice.of("F-1", "A", LocalDate.of(2026, 4, 1), eur("100.00"))
                        .payableIn(List.of(
                                Instalment.of(LocalDate.of(2026, 4, 10), eur("30.00")),
                                Instalment.of(LocalDate.of(2026, 4, 20), eur("70.00")))))
                .payment(payment("P-1", "A", may(3), "40.00"), "F-1"); // pays the first, and 10.00 of the second
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", MAY_1, Channel.EMAIL)
                .about(ItemReference.of("F-1", 2), 1, eur("70.00"))
                .sent();

        assertThat(overOf(ledger, letters).collected()).isEqualTo(eur("10.00"));
    }

    @Test
    void a_letter_that_came_back_takes_nothing_from_the_one_before_it() {
        // the second letter was not sent after all: what comes is the first one's, within its ten days
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent()
                .letter("L-2", "A", may(6), Channel.LETTER)
                .about("F-1", 2, eur("100.00"))
                .sent()
                .cameBackOn(may(9));
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", may(10), "10.00"), "F-1")
                .payment(payment("P-2", "A", may(13), "20.00"), "F-1");

        Results results = overOf(ledger, letters);

        assertThat(results.letters()).isEqualTo(1);
        assertThat(results.collected()).isEqualTo(eur("10.00"));
    }

    @Test
    void money_that_went_back_was_not_collected() {
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", may(3), "100.00"), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", LocalDate.of(2026, 6, 1)));

        assertThat(overOf(ledger, ONE_LETTER).collected()).isEqualTo(eur("0.00"));
        EffectivenessOptions before = EffectivenessOptions.standard(may(31)).within(10);
        assertThat(Effectiveness.of(ledger.build(), ONE_LETTER.cases(), before).actions())
                .extracting(ActionResult::collected)
                .containsExactly(eur("100.00"));
    }

    // ---- paid

    @Test
    void an_item_is_paid_when_what_was_claimed_came() {
        // 200.00 of the invoice is contested: 800.00 is asked for and paid
        LedgerBuilder ledger = Ledger.builder()
                .invoice(invoice("F-1", "A", "1000.00"))
                .fact(Dispute.of("D-1", "F-1", LocalDate.of(2026, 4, 20)).over(eur("200.00")))
                .payment(payment("P-1", "A", may(3), "500.00"), "F-1")
                .payment(payment("P-2", "A", may(8), "300.00"), "F-1");
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", MAY_1, Channel.EMAIL)
                .about("F-1", 1, eur("800.00"))
                .sent();

        Results results = overOf(ledger, letters);

        assertThat(results.paid()).isEqualTo(1);
        assertThat(results.percentCollected().orElseThrow()).isEqualByComparingTo("100");
        assertThat(results.medianDays().orElseThrow()).isEqualByComparingTo("7");
        // (500 × 2 + 300 × 7) / 800
        assertThat(results.meanDays().orElseThrow()).isEqualByComparingTo("3.875");
        assertThat(results.disputed()).isZero();
    }

    @Test
    void a_credit_note_lowers_what_has_to_come_and_a_write_off_does_not() {
        LedgerBuilder credited = oneInvoice()
                .creditNote(CreditNote.of("N-1", "A", may(2), eur("20.00")))
                .fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", may(4), eur("20.00")))
                .payment(payment("P-1", "A", may(5), "80.00"), "F-1");
        LedgerBuilder writtenOff = oneInvoice()
                .payment(payment("P-1", "A", may(5), "80.00"), "F-1")
                .fact(WriteOff.of("W-1", "F-1", may(5), eur("20.00")));

        assertThat(overOf(credited, ONE_LETTER).paid()).isEqualTo(1);
        assertThat(overOf(credited, ONE_LETTER).actions().get(0).due()).isEqualTo(eur("80.00"));
        assertThat(overOf(writtenOff, ONE_LETTER).paid()).isZero();
    }

    @Test
    void a_credit_note_for_what_was_contested_leaves_the_claim_as_it_is() {
        LedgerBuilder ledger = Ledger.builder()
                .invoice(invoice("F-1", "A", "1000.00"))
                .creditNote(CreditNote.of("N-1", "A", may(2), eur("200.00")))
                .fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", may(2), eur("200.00")))
                .payment(payment("P-1", "A", may(3), "799.99"), "F-1");
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", MAY_1, Channel.EMAIL)
                .about("F-1", 1, eur("800.00"))
                .sent();

        assertThat(overOf(ledger, letters).actions().get(0).due()).isEqualTo(eur("800.00"));
        assertThat(overOf(ledger, letters).paid()).isZero();
    }

    @Test
    void a_credit_note_that_settles_all_is_no_payment() {
        LedgerBuilder ledger = oneInvoice()
                .creditNote(CreditNote.of("N-1", "A", may(2), eur("100.00")))
                .fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", may(4), eur("100.00")));

        ActionResult result = overOf(ledger, ONE_LETTER).actions().get(0);

        assertThat(result.due()).isEqualTo(eur("0.00"));
        assertThat(result.daysToPay()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void nothing_is_due_where_a_credit_note_covers_more_than_was_open() {
        // 60.00 of 100.00 was paid when 40.00 was asked for; the payment went back, a credit note took it all
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", LocalDate.of(2026, 4, 20), "60.00"), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", may(5)))
                .creditNote(CreditNote.of("N-1", "A", may(6), eur("100.00")))
                .fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", may(6), eur("100.00")));
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", MAY_1, Channel.EMAIL)
                .about("F-1", 1, eur("40.00"))
                .sent();

        assertThat(overOf(ledger, letters).actions().get(0).due()).isEqualTo(eur("0.00"));
    }

    // ---- sent

    @Test
    void effects_count_from_the_sending_and_not_from_the_acceptance() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sentOn(may(4));
        LedgerBuilder ledger = oneInvoice()
                .payment(payment("P-1", "A", may(3), "30.00"), "F-1")
                .payment(payment("P-2", "A", may(14), "70.00"), "F-1");

        Results results = overOf(ledger, letters);

        assertThat(results.collected()).isEqualTo(eur("70.00"));
        assertThat(results.actions().get(0).sentOn()).isEqualTo(may(4));
        assertThat(results.actions().get(0).receipts()).containsExactly(new ActionResult.Receipt(10, eur("70.00")));
    }

    @Test
    void what_was_not_sent_by_the_date_does_not_count() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .letter("L-2", "A", JULY_1.plusDays(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent();

        assertThat(Effectiveness.of(oneInvoice().build(), letters.cases(), TEN_DAYS)
                        .by())
                .isEmpty();
    }

    @Test
    void a_letter_that_reached_the_customer_was_sent() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.LETTER)
                .about("F-1", 1, eur("100.00"))
                .sent()
                .reachedOn(may(3));
        LedgerBuilder ledger = oneInvoice().payment(payment("P-1", "A", may(2), "100.00"), "F-1");

        assertThat(overOf(ledger, letters).paid()).isEqualTo(1);
    }

    @Test
    void segments_may_be_told_otherwise_than_stated() {
        EffectivenessOptions byCountry = TEN_DAYS.segmentedBy(customer -> "of " + customer.id());

        assertThat(Effectiveness.of(oneInvoice().build(), ONE_LETTER.cases(), byCountry)
                        .actions())
                .extracting(ActionResult::segment)
                .containsExactly("of A");
    }

    @Test
    void a_letter_that_comes_back_later_was_sent_until_then() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.LETTER)
                .about("F-1", 1, eur("100.00"))
                .sent()
                .cameBackOn(JULY_1.plusDays(1));

        assertThat(overOf(oneInvoice(), letters).letters()).isEqualTo(1);
    }

    @Test
    void actions_whose_days_are_not_over_are_told_apart() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", JULY_1.minusDays(10), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent()
                .letter("L-2", "A", JULY_1.minusDays(9), Channel.EMAIL)
                .about("F-2", 1, eur("50.00"))
                .sent();
        LedgerBuilder ledger = oneInvoice()
                .invoice(invoice("F-2", "A", "50.00"))
                .payment(payment("P-1", "A", JULY_1, "20.00"), "F-2")
                .payment(payment("P-2", "A", JULY_1.plusDays(1), "30.00"), "F-2"); // not known yet

        Row row =
                Effectiveness.of(ledger.build(), letters.cases(), TEN_DAYS).by().get(0);

        assertThat(row.over().claimed()).isEqualTo(eur("100.00"));
        assertThat(row.running().claimed()).isEqualTo(eur("50.00"));
        assertThat(row.running().collected()).isEqualTo(eur("20.00"));
        assertThat(row.over().percentPaid().orElseThrow()).isEqualByComparingTo("0");
    }

    // ---- disputes

    @Test
    void a_dispute_is_put_down_to_the_last_action_before_it() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .about("F-2", 1, eur("50.00"))
                .about("F-3", 1, eur("50.00"))
                .about("F-4", 1, eur("50.00"))
                .sent();
        LedgerBuilder ledger = oneInvoice()
                .invoice(invoice("F-2", "A", "50.00"))
                .invoice(invoice("F-3", "A", "50.00"))
                .invoice(invoice("F-4", "A", "50.00"))
                .fact(Dispute.of("D-1", "F-1", may(1))) // before
                .fact(Dispute.of("D-2", "F-2", may(11)))
                .fact(Dispute.of("D-3", "F-3", may(12))) // too late
                .fact(Dispute.of("D-4", "F-4", JULY_1.plusDays(1))); // not known

        Results results = overOf(ledger, letters);

        assertThat(results.disputed()).isEqualTo(1);
        assertThat(results.percentDisputed().orElseThrow()).isEqualByComparingTo("25");
    }

    @Test
    void a_dispute_that_is_not_opened_yet_is_not_known() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", JULY_1.minusDays(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent();
        LedgerBuilder today = oneInvoice().fact(Dispute.of("D-1", "F-1", JULY_1));
        LedgerBuilder tomorrow = oneInvoice().fact(Dispute.of("D-1", "F-1", JULY_1.plusDays(1)));

        assertThat(Effectiveness.of(today.build(), letters.cases(), TEN_DAYS).actions())
                .extracting(ActionResult::disputed)
                .containsExactly(true);
        assertThat(Effectiveness.of(tomorrow.build(), letters.cases(), TEN_DAYS).actions())
                .extracting(ActionResult::disputed)
                .containsExactly(false);
    }

    @Test
    void a_credit_note_of_later_is_not_known() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", JULY_1.minusDays(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .sent();
        CreditNote note = CreditNote.of("N-1", "A", may(1), eur("20.00"));
        LedgerBuilder today =
                oneInvoice().creditNote(note).fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", JULY_1, eur("20.00")));
        LedgerBuilder tomorrow = oneInvoice()
                .creditNote(note)
                .fact(Allocation.ofCreditNote("AL-1", "N-1", "F-1", JULY_1.plusDays(1), eur("20.00")));

        assertThat(Effectiveness.of(today.build(), letters.cases(), TEN_DAYS).actions())
                .extracting(ActionResult::due)
                .containsExactly(eur("80.00"));
        assertThat(Effectiveness.of(tomorrow.build(), letters.cases(), TEN_DAYS).actions())
                .extracting(ActionResult::due)
                .containsExactly(eur("100.00"));
    }

    // ---- groups, letters and costs

    /** A letter of two levels and currencies to A in retail, a call to B in the public sector. */
    private static Effectiveness several() {
        Ledger ledger = oneInvoice()
                .customer(Customer.of("A").inSegment("retail"))
                .customer(Customer.of("B").inSegment("public"))
                .invoice(Invoice.of("F-2", "A", LocalDate.of(2026, 3, 1), Money.of("70.00", "CAD")))
                .invoice(invoice("F-3", "B", "30.00"))
                .payment(payment("P-1", "A", may(4), "100.00"), "F-1")
                .payment(payment("P-3", "B", may(2), "30.00"), "F-3")
                .build();
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-1", 1, eur("100.00"))
                .about("F-2", 2, Money.of("70.00", "CAD"))
                .sent()
                .letter("L-2", "B", may(1), Channel.PHONE)
                .about("F-3", 10, eur("30.00"))
                .sent();
        return Effectiveness.of(
                ledger,
                letters.cases(),
                TEN_DAYS.costing(Channel.EMAIL, eur("0.05")).costing(Channel.PHONE, Money.of("9.00", "CAD")));
    }

    @Test
    void a_letter_counts_once_with_its_highest_action() {
        List<Row> rows = several().by(Dimension.LEVEL);

        assertThat(rows)
                .extracting(row -> row.group().get(Dimension.LEVEL))
                .as("levels by number")
                .containsExactly("1", "2", "10");
        assertThat(rows).extracting(row -> row.over().letters()).containsExactly(0L, 1L, 1L);
        assertThat(rows).extracting(row -> row.over().items()).containsExactly(1L, 1L, 1L);
        assertThat(rows)
                .extracting(row -> row.over().cost())
                .containsExactly(Map.of(), Map.of("EUR", eur("0.05")), Map.of("CAD", Money.of("9.00", "CAD")));
    }

    @Test
    void of_actions_of_one_level_the_smallest_key_leads() {
        SentLetters letters = new SentLetters()
                .letter("L-1", "A", may(1), Channel.EMAIL)
                .about("F-2", 1, eur("50.00"))
                .about("F-1", 1, eur("100.00"))
                .about("F-0", 0, eur("10.00")) // a courtesy notice is below every reminder
                .sent();
        LedgerBuilder ledger =
                oneInvoice().invoice(invoice("F-2", "A", "50.00")).invoice(invoice("F-0", "A", "10.00"));

        assertThat(overOf(ledger, letters).actions())
                .extracting(result -> result.action().key().item().documentId(), ActionResult::leads)
                .containsExactly(tuple("F-0", false), tuple("F-1", true), tuple("F-2", false));
    }

    @Test
    void rows_tell_every_dimension_that_was_asked_for() {
        List<Row> rows = several().by(Dimension.SEGMENT, Dimension.CHANNEL, Dimension.TEMPLATE);

        assertThat(rows)
                .extracting(row -> row.group().values().toString() + row.currency())
                .containsExactly(
                        "[phone, reminder-10, public]EUR",
                        "[email, reminder-1, retail]EUR",
                        "[email, reminder-2, retail]CAD");
        assertThat(several().by(Dimension.STEP, Dimension.POLICY))
                .extracting(row -> row.group().values().toString() + row.currency())
                .containsExactly("[reminder, usual]CAD", "[reminder, usual]EUR");
    }

    @Test
    void the_total_has_a_row_for_each_currency() {
        List<Row> total = several().by();

        assertThat(total).extracting(row -> row.currency().getCurrencyCode()).containsExactly("CAD", "EUR");
        assertThat(total)
                .extracting(row -> row.over().claimed())
                .containsExactly(Money.of("70.00", "CAD"), eur("130.00"));
        // paid after 3 and after 1 days
        assertThat(total.get(1).over().medianDays().orElseThrow()).isEqualByComparingTo("2");
        assertThat(total.get(1).over().percentPaid().orElseThrow()).isEqualByComparingTo("100");
        assertThat(total.get(0).over().percentPaid().orElseThrow()).isEqualByComparingTo("0");
        assertThat(total.get(0).over().meanDays()).isEmpty();
    }

    @Test
    void variants_of_an_experiment_are_told_apart() {
        Assignment tone = Assignment.of("tone", "courteous", "firm");
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-3", "C-3", "30.00"))
                .invoice(invoice("F-5", "C-5", "50.00"))
                .build();
        SentLetters letters = new SentLetters()
                .letter("L-3", "C-3", may(1), Channel.EMAIL)
                .about("F-3", 1, eur("30.00"))
                .sent()
                .letter("L-5", "C-5", may(1), Channel.EMAIL)
                .about("F-5", 1, eur("50.00"))
                .sent();

        List<Row> rows = Effectiveness.of(ledger, letters.cases(), TEN_DAYS.comparing(tone))
                .by(Dimension.VARIANT);

        assertThat(rows).extracting(row -> row.group().get(Dimension.VARIANT)).containsExactly("courteous", "firm");
        assertThat(rows).extracting(row -> row.over().claimed()).containsExactly(eur("30.00"), eur("50.00"));
        assertThat(tone.variantOf("C-5")).isEqualTo("firm");
    }

    @Test
    void nothing_to_divide_by_gives_no_figure() {
        Results none = several().by().get(0).running();

        assertThat(none.percentPaid()).isEmpty();
        assertThat(none.percentCollected()).isEmpty();
        assertThat(none.percentDisputed()).isEmpty();
        assertThat(none.toString()).isEqualTo("Results[letters=0, items=0, claimed=CAD 0.00, collected=CAD 0.00]");
    }

    // ---- mistakes

    @Test
    void cases_of_another_ledger_are_refused() {
        Ledger without = Ledger.builder()
                .customer(Customer.of("A"))
                .invoice(invoice("F-9", "A", "1.00"))
                .build();
        Ledger inCad = Ledger.builder()
                .invoice(Invoice.of("F-1", "A", LocalDate.of(2026, 3, 1), Money.of("100.00", "CAD")))
                .build();

        assertThatThrownBy(() -> Effectiveness.of(without, ONE_LETTER.cases(), TEN_DAYS))
                .hasMessage("item F-1/1 was dunned and is not in the ledger: give the ledger of the cases");
        assertThatThrownBy(() -> Effectiveness.of(inCad, ONE_LETTER.cases(), TEN_DAYS))
                .hasMessage("action F-1/1:level-1:0 claims EUR 100.00 of an item in CAD: give the ledger of the cases");
    }

    @Test
    void options_name_their_mistakes() {
        EffectivenessOptions usual = EffectivenessOptions.standard(JULY_1);

        assertThat(usual.days()).isEqualTo(30);
        assertThat(usual.within(1).days()).isEqualTo(1);
        assertThatThrownBy(() -> usual.within(0)).hasMessage("days 0 leave no time for an effect: give 1 or more");
        assertThatThrownBy(() -> usual.within(3_661)).hasMessageContaining("days 3661");
        assertThat(usual.costing(Channel.EMAIL, eur("0.00")).costs()).containsOnlyKeys(Channel.EMAIL);
        assertThatThrownBy(() -> usual.costing(Channel.EMAIL, eur("-0.01")))
                .hasMessage("cost EUR -0.01 of channel email is negative");
    }
}
