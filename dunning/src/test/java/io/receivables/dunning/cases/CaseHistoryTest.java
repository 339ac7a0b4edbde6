package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseEvents.CUSTOMER;
import static io.receivables.dunning.cases.CaseEvents.F1;
import static io.receivables.dunning.cases.CaseEvents.accepted;
import static io.receivables.dunning.cases.CaseEvents.failed;
import static io.receivables.dunning.cases.CaseEvents.may;
import static io.receivables.dunning.cases.CaseEvents.sending;
import static io.receivables.dunning.cases.CaseEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.DisputeResolution.Finding;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One invoice of 1,000.00 EUR, issued on 1 May 2026, and what happens to it. */
class CaseHistoryTest {
    private static final Fact INVOICE = Invoice.of("F-1", CUSTOMER, may(1), euro("1000.00"));

    private final List<Fact> facts = new ArrayList<>(List.of(INVOICE));
    private final List<CollectionFact> agreements = new ArrayList<>();
    private final List<DunningEvent> events = new ArrayList<>();

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    private void told(Fact... more) {
        facts.addAll(Arrays.asList(more));
    }

    private void paid(String id, int day, String amount) {
        told(
                Payment.of(id, CUSTOMER, may(day), euro(amount)),
                Allocation.ofPayment("A-" + id, id, "F-1", may(day), euro(amount)));
    }

    private CaseHistory history(int day) {
        CollectionLog log = CollectionLog.of(Ledger.of(facts), agreements);
        return CaseHistory.of(log, Cases.of(events), F1, may(day));
    }

    private List<String> triggers(int day) {
        return history(day).lines().stream()
                .map(line -> line.date().getDayOfMonth() + " "
                        + line.move().trigger().code())
                .toList();
    }

    // ---- the story as a whole

    @Test
    void a_story_is_told_in_order_with_its_rules_in_both_languages() {
        paid("P-1", 8, "200.00");
        events.add(accepted(F1, StepKind.REMINDER, 1, "L-1", 5));
        events.add(sending("L-1", 5, 1));
        events.add(sent("L-1", 5));
        told(Dispute.of("D-1", "F-1", may(10)).over(euro("300.00")));

        CaseHistory history = history(31);
        assertThat(history.text(Locale.ENGLISH)).isEqualTo("""
                        2026-05-01: EUR 1000.00 was issued. current (CASE-01)
                        2026-05-05: reminder (level-1) of EUR 100.00 was accepted for letter L-1. current (CASE-20)
                        2026-05-05: sending of letter L-1 began. current (CASE-27)
                        2026-05-05: reminder (level-1) went out with letter L-1. current → reminded, level 1 (CASE-31)
                        2026-05-08: EUR 200.00 was paid, EUR 800.00 is left. reminded, level 1 (CASE-04)
                        2026-05-10: dispute D-1 was opened, EUR 300.00 is contested. reminded, level 1 (CASE-60)
                        """);
        assertThat(history.text(Locale.CANADA_FRENCH).lines().toList())
                .element(3)
                .isEqualTo(
                        "2026-05-05 : envoi : rappel (level-1), courrier L-1. courant → relancé, niveau 1 (CASE-31)");
        assertThat(history.item()).isEqualTo(F1);
        assertThat(history.state().disputed()).contains(euro("300.00"));
        assertThat(history).hasToString("CaseHistory[F-1/1, lines=6, CaseState[reminded, level=1, cycle=0]]");
    }

    @Test
    void nothing_later_than_the_day_is_told() {
        paid("P-1", 8, "200.00");
        events.add(accepted(F1, StepKind.REMINDER, 1, "L-1", 9));

        assertThat(triggers(7)).containsExactly("1 issued");
        assertThat(triggers(8)).containsExactly("1 issued", "8 part-paid");
        assertThat(triggers(9)).containsExactly("1 issued", "8 part-paid", "9 step-due");
    }

    @Test
    void what_dunning_recorded_stays_in_the_order_of_the_journal() {
        events.add(accepted(F1, StepKind.REMINDER, 1, "L-1", 9));
        events.add(sent("L-1", 8));
        paid("P-1", 8, "200.00");

        assertThat(triggers(31)).containsExactly("1 issued", "8 part-paid", "9 step-due", "8 action-delivered");
        assertThat(history(31).state().level()).isEqualTo(1);
    }

    @Test
    void a_case_that_is_not_issued_yet_has_no_story() {
        facts.set(0, Invoice.of("F-1", CUSTOMER, may(20), euro("1000.00")));

        assertThat(history(19).lines()).isEmpty();
        assertThat(history(19).state()).isEqualTo(CaseState.INITIAL);
    }

    @Test
    void an_item_that_the_ledger_does_not_have_is_named() {
        told(CreditNote.of("G-1", CUSTOMER, may(2), euro("50.00")));
        CollectionLog log = CollectionLog.of(Ledger.of(facts), List.of());

        for (ItemReference item :
                List.of(ItemReference.of("F-1", 2), ItemReference.of("F-1"), ItemReference.of("G-1", 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaseHistory.of(log, Cases.none(), item, may(31)))
                    .withMessage("item " + item + " is no instalment of an invoice or debit note of the ledger:"
                            + " name one that it has");
        }
    }

    // ---- money

    @Test
    void a_returned_payment_reopens_the_case_where_it_stood() {
        events.add(accepted(F1, StepKind.FORMAL_NOTICE, 2, "L-2", 5));
        events.add(sent("L-2", 5));
        paid("P-1", 8, "1000.00");
        told(Reversal.ofPayment("V-1", "P-1", may(12)));

        assertThat(history(8).state().stage()).isEqualTo(Stage.SETTLED);
        assertThat(history(8).state().stoodAt()).contains(Stage.FORMAL_NOTICE);
        CaseState reopened = history(12).state();
        assertThat(reopened.stage()).isEqualTo(Stage.FORMAL_NOTICE);
        assertThat(reopened.level()).isEqualTo(2);
        assertThat(triggers(12)).endsWith("8 paid-in-full", "12 payment-returned");
    }

    @Test
    void a_payment_on_the_day_of_a_return_comes_after_it() {
        paid("P-1", 8, "1000.00");
        told(Reversal.ofPayment("V-1", "P-1", may(12)));
        paid("P-2", 12, "1000.00");

        assertThat(triggers(12)).endsWith("12 payment-returned", "12 paid-in-full");
        assertThat(history(12).state().stage()).isEqualTo(Stage.SETTLED);
    }

    @Test
    void a_letter_that_went_out_while_the_payment_was_unknown_counts_where_the_case_reopens() {
        paid("P-1", 4, "1000.00");
        events.add(accepted(F1, StepKind.REMINDER, 1, "L-1", 5));
        events.add(sent("L-1", 5));

        CaseHistory settled = history(5);
        assertThat(settled.state().stage()).isEqualTo(Stage.SETTLED);
        assertThat(settled.state().stoodAt()).contains(Stage.REMINDED);
        assertThat(settled.lines().get(3).decision().row().rule()).isEqualTo(CaseRule.REMEMBERED);
        told(Reversal.ofPayment("V-1", "P-1", may(12)));
        assertThat(history(12).state().stage()).isEqualTo(Stage.REMINDED);
    }

    @Test
    void credit_and_write_off_close_a_case_too_and_a_recovery_reopens_nothing() {
        told(
                CreditNote.of("G-1", CUSTOMER, may(6), euro("400.00")),
                Allocation.ofCreditNote("A-1", "G-1", "F-1", may(6), euro("400.00")),
                WriteOff.of("W-1", "F-1", may(10), euro("500.00")),
                WriteOff.of("W-2", "F-1", may(11), euro("100.00")));
        events.add(new Recovered("R-1", CUSTOMER, may(20), F1, euro("70.00")));

        // 1,000 − 400 = 600; 600 − 500 = 100; 100 − 100 = 0
        assertThat(triggers(31))
                .containsExactly("1 issued", "6 credited", "10 written-off", "11 written-off", "20 recovered");
        CaseState state = history(31).state();
        assertThat(state.stage()).isEqualTo(Stage.WRITTEN_OFF);
        assertThat(state.writtenOff()).contains(euro("600.00"));
        assertThat(state.recovered()).contains(euro("70.00"));
        assertThat(history(10).state().stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void a_recovery_of_what_was_not_written_off_is_refused() {
        events.add(new Recovered("R-1", CUSTOMER, may(20), F1, euro("70.00")));

        CaseHistory history = history(31);
        assertThat(history.state().recovered()).isEmpty();
        assertThat(history.lines().get(1).text(Locale.ENGLISH))
                .isEqualTo("2026-05-20: EUR 70.00 came of what was written off. Refused: a recovery on 2026-05-20:"
                        + " nothing was written off; record a payment instead (CASE-15)");
    }

    @Test
    void an_allocation_of_credit_that_is_undone_reopens_the_case() {
        told(
                CreditNote.of("G-1", CUSTOMER, may(6), euro("1000.00")),
                Allocation.ofCreditNote("A-1", "G-1", "F-1", may(6), euro("1000.00")),
                Reversal.ofAllocation("V-1", "A-1", may(9)));

        assertThat(history(8).state().stage()).isEqualTo(Stage.SETTLED);
        assertThat(triggers(9)).endsWith("6 credited", "9 settlement-undone");
        assertThat(history(9).state().stage()).isEqualTo(Stage.CURRENT);
    }

    @Test
    void a_loss_stays_when_a_credit_beside_it_is_undone() {
        told(
                CreditNote.of("G-1", CUSTOMER, may(6), euro("100.00")),
                Allocation.ofCreditNote("A-1", "G-1", "F-1", may(6), euro("100.00")),
                WriteOff.of("W-1", "F-1", may(7), euro("900.00")),
                Reversal.ofAllocation("V-1", "A-1", may(9)));

        CaseState reopened = history(9).state();
        assertThat(reopened.stage()).isEqualTo(Stage.CURRENT);
        assertThat(reopened.writtenOff()).contains(euro("900.00"));
    }

    /** Known of a ledger in columns only: among the facts nothing undoes a write-off. */
    @Test
    void a_loss_is_lower_by_what_is_undone_of_it() {
        int first = (int) may(1).toEpochDay();
        byte[] kinds = {SettlementKind.WRITE_OFF.code(), SettlementKind.WRITE_OFF.code()};
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(1)
                .ids(new String[] {"F-1"})
                .currency("EUR")
                .customers(new String[] {CUSTOMER}, new int[] {0})
                .issueDays(new int[] {first})
                .dueDays(new int[] {first + 30})
                .minorUnits(new long[] {100_000})
                .settlements(new int[] {0, 2}, new int[] {first + 6, first + 11}, new long[] {90_000, -40_000})
                .settlementKinds(kinds)
                .build());
        CaseHistory history = CaseHistory.of(CollectionLog.of(ledger, List.of()), Cases.none(), F1, may(31));

        assertThat(history.lines().get(2).move().trigger()).isEqualTo(CaseTrigger.WRITE_OFF_UNDONE);
        assertThat(history.state().writtenOff()).contains(euro("500.00"));
        assertThat(history.lines().get(2).text(Locale.ENGLISH))
                .isEqualTo("2026-05-12: EUR 400.00 that was written off is owed again, EUR 500.00 is open."
                        + " current (CASE-10)");
    }

    @Test
    void a_write_off_that_is_taken_back_is_no_loss_whichever_of_the_two_is_told_first() {
        CaseMove lost = new OfMoney(CaseTrigger.WRITTEN_OFF, may(7), euro("500.00"), euro("500.00"), euro("0.00"));
        CaseMove undone =
                new OfMoney(CaseTrigger.WRITE_OFF_UNDONE, may(7), euro("500.00"), euro("1000.00"), euro("0.00"));

        for (List<CaseMove> moves : List.of(List.of(lost, undone), List.of(undone, lost))) {
            CaseState state = CaseState.INITIAL;
            for (CaseMove move : moves) {
                state = CaseMachine.evolve(state, move);
            }
            assertThat(state.writtenOff()).isEmpty();
        }
        CaseState before = CaseMachine.evolve(CaseState.INITIAL, lost);
        CaseMove part = new OfMoney(CaseTrigger.WRITE_OFF_UNDONE, may(8), euro("200.00"), euro("700.00"), euro("0.00"));
        assertThat(CaseMachine.evolve(before, part).writtenOff()).contains(euro("300.00"));
    }

    // ---- disputes

    @Test
    void disputes_end_with_their_findings() {
        told(
                Dispute.of("D-1", "F-1", may(3)).over(euro("100.00")),
                DisputeResolution.of("E-1", "D-1", may(4)).found(Finding.FOR_SELLER),
                Dispute.of("D-2", "F-1", may(5)).over(euro("100.00")),
                DisputeResolution.of("E-2", "D-2", may(6)).found(Finding.FOR_CUSTOMER),
                Dispute.of("D-3", "F-1", may(7)).over(euro("100.00")),
                DisputeResolution.of("E-3", "D-3", may(8)).split(euro("40.00")),
                Dispute.of("D-4", "F-1", may(9)).over(euro("100.00")),
                DisputeResolution.of("E-4", "D-4", may(10)).found(Finding.WITHDRAWN),
                Dispute.of("D-5", "F-1", may(11)).over(euro("100.00")),
                DisputeResolution.of("E-5", "D-5", may(12)));

        assertThat(triggers(31))
                .containsExactly(
                        "1 issued",
                        "3 dispute-opened",
                        "4 dispute-for-seller",
                        "5 dispute-opened",
                        "6 dispute-for-customer",
                        "7 dispute-opened",
                        "8 dispute-split",
                        "9 dispute-opened",
                        "10 dispute-withdrawn",
                        "11 dispute-opened",
                        "12 dispute-ended");
        assertThat(history(11).state().disputed()).contains(euro("100.00"));
        assertThat(history(12).state().disputed()).isEmpty();
    }

    @Test
    void of_a_ledger_of_columns_disputes_are_counted() {
        told(
                Dispute.of("D-1", "F-1", may(3)).over(euro("100.00")),
                DisputeResolution.of("E-1", "D-1", may(4)).found(Finding.FOR_SELLER));
        Ledger columns = Ledger.ofColumns(Ledger.of(facts).columns());
        CaseHistory history = CaseHistory.of(CollectionLog.of(columns, List.of()), Cases.none(), F1, may(31));

        assertThat(history.text(Locale.ENGLISH).lines().skip(1))
                .containsExactly(
                        "2026-05-03: dispute 1 was opened, EUR 100.00 is contested. current (CASE-60)",
                        "2026-05-04: dispute 1 ended, EUR 0.00 is contested. current (CASE-61)");
    }

    // ---- promises and plans

    private static PromiseToPay promise(String id, int day, String amount, int payBy) {
        return PromiseToPay.of(id, CUSTOMER, may(day), euro(amount), may(payBy)).on("F-1");
    }

    @Test
    void a_promise_is_kept_on_the_day_of_the_money_and_open_again_when_it_goes_back() {
        agreements.add(promise("R-1", 3, "400.00", 15));
        paid("P-1", 8, "400.00");
        told(Reversal.ofPayment("V-1", "P-1", may(12)));

        assertThat(history(7).state().promises()).containsExactly("R-1");
        assertThat(history(8).state().promises()).isEmpty();
        assertThat(triggers(31))
                .containsExactly(
                        "1 issued",
                        "3 promise-made",
                        "8 part-paid",
                        "8 promise-kept",
                        "12 payment-returned",
                        "12 promise-reopened",
                        "16 promise-broken");
    }

    @Test
    void a_promise_that_is_made_later_is_not_told() {
        agreements.add(promise("R-1", 3, "400.00", 15));

        assertThat(triggers(2)).containsExactly("1 issued");
        assertThat(triggers(3)).containsExactly("1 issued", "3 promise-made");
    }

    @Test
    void a_promise_is_broken_on_the_day_after_the_days_of_grace() {
        agreements.add(promise("R-1", 3, "400.00", 15));
        CollectionLog log = CollectionLog.of(Ledger.of(facts), agreements);

        List<CaseHistory.Line> lines = CaseHistory.of(
                        log,
                        Cases.none(),
                        F1,
                        CollectionOptions.standard(may(31)).withGraceDays(3))
                .lines();
        assertThat(lines.get(lines.size() - 1).date()).isEqualTo(may(19));
        assertThat(lines.get(lines.size() - 1).move().trigger()).isEqualTo(CaseTrigger.PROMISE_BROKEN);
    }

    @Test
    void a_promise_of_the_account_concerns_its_items_and_may_be_cancelled() {
        agreements.add(PromiseToPay.of("R-1", CUSTOMER, may(3), euro("400.00"), may(15)));
        agreements.add(PromiseToPay.of("R-2", CUSTOMER, may(3), Money.of("400.00", "CAD"), may(15)));
        agreements.add(Cancellation.ofPromise("K-1", "R-1", may(9)));

        assertThat(triggers(31)).containsExactly("1 issued", "3 promise-made", "9 promise-cancelled");
    }

    @Test
    void a_plan_is_agreed_late_in_order_and_missed() {
        agreements.add(PaymentPlan.of(
                "PL",
                CUSTOMER,
                may(3),
                List.of(Instalment.of(may(8), euro("300.00")), Instalment.of(may(15), euro("300.00"))),
                "F-1"));
        paid("P-1", 10, "300.00");
        CollectionLog log = CollectionLog.of(Ledger.of(facts), agreements);
        CaseHistory history = CaseHistory.of(
                log, Cases.none(), F1, CollectionOptions.standard(may(31)).withToleranceDays(4));

        // behind from the 9th, paid on the 10th; behind from the 16th, broken after the 19th
        assertThat(history.lines())
                .extracting(line -> line.date().getDayOfMonth() + " "
                        + line.move().trigger().code())
                .containsExactly(
                        "1 issued",
                        "3 plan-agreed",
                        "9 instalment-late",
                        "10 part-paid",
                        "10 plan-in-order",
                        "16 instalment-late",
                        "20 instalment-missed");
        assertThat(history.state().plans()).isEmpty();
        assertThat(history.lines().get(5).decision().state().plans()).containsExactly("PL");
    }

    @Test
    void a_plan_is_completed_by_its_last_instalment() {
        agreements.add(PaymentPlan.of("PL", CUSTOMER, may(3), List.of(Instalment.of(may(8), euro("1000.00"))), "F-1"));
        paid("P-1", 8, "1000.00");

        assertThat(triggers(31)).endsWith("3 plan-agreed", "8 paid-in-full", "8 plan-completed");
    }

    @Test
    void a_plan_that_is_cancelled_suspends_no_longer() {
        agreements.add(PaymentPlan.of("PL", CUSTOMER, may(3), List.of(Instalment.of(may(28), euro("1000.00"))), "F-1"));
        agreements.add(Cancellation.ofPlan("K-1", "PL", may(9)));

        assertThat(triggers(31)).endsWith("3 plan-agreed", "9 plan-cancelled");
        assertThat(history(31).state().plans()).isEmpty();
    }

    // ---- the journal

    @Test
    void what_is_of_the_customer_or_of_the_whole_document_is_of_the_item() {
        events.add(new HoldSet("H-1", CUSTOMER, may(4), List.of(), may(30), HoldReason.ALERT, ""));
        events.add(
                new HoldSet("H-2", CUSTOMER, may(4), List.of(ItemReference.of("F-1")), may(30), HoldReason.MANUAL, ""));
        events.add(
                new HoldSet("H-3", CUSTOMER, may(4), List.of(ItemReference.of("F-2")), may(30), HoldReason.MANUAL, ""));
        events.add(new HoldReleased("H-1", CUSTOMER, may(6)));
        events.add(new InsolvencyOpened(CUSTOMER, may(7), ""));

        CaseState state = history(31).state();
        assertThat(state.holds()).extracting(Hold::id).containsExactly("H-1", "H-2");
        assertThat(state.holds()).extracting(Hold::until).containsExactly(may(5), may(30));
        assertThat(state.isInsolvent()).isTrue();
    }

    @Test
    void the_journal_alone_gives_the_same_case_while_the_ledger_is_silent() {
        events.addAll(List.of(
                accepted(F1, StepKind.REMINDER, 1, "L-1", 5),
                sent("L-1", 5),
                new PlanOffered("O-1", CUSTOMER, may(6), List.of(F1), List.of(), may(9)),
                accepted(F1, StepKind.HAND_OVER, 3, "L-3", 12),
                sent("L-3", 12),
                new FileRecalled(CUSTOMER, may(14), F1, "paid to us"),
                accepted(F1, StepKind.NEGOTIATION, 4, "L-4", 15),
                sending("L-4", 15, 1),
                failed("L-4", 15, 1, true),
                new LadderRestarted(CUSTOMER, may(20), F1, 1)));

        assertThat(history(31).state()).isEqualTo(Cases.of(events).state(F1));
        assertThat(history(31).state().cycle()).isEqualTo(1);
    }
}
