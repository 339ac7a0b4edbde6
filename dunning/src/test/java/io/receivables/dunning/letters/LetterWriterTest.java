package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.interest.ReferenceRates;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.Letter;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.letters.LetterSubject.Claim;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {
    private static final DunningStep REMINDER = DunningStep.reminder(1, 8);
    private static final DunningStep FORMAL = DunningStep.formalNotice(3, 35).by(Channel.EMAIL);

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String text(Durand durand, DunningStep step, String... documents) {
        return plain(Durand.writer()
                .write(durand.subject(step, "en", documents), durand.facts())
                .text());
    }

    private static Durand late(String amount) {
        Durand durand = new Durand();
        durand.invoice("F-1", "2026-01-30", "2026-03-01", amount);
        return durand;
    }

    // ---- interest and fees: counted from facts, never on top of each other

    @Test
    void interest_runs_from_the_day_after_the_due_date_to_the_letter() {
        // 1,000.00 x 12.15% x 89 days / 365 = 29.63 (2 March to 29 May: 30 + 30 + 29 days)
        assertThat(text(late("1000.00"), FORMAL, "F-1"))
                .contains("Late-payment interest: EUR 29.63")
                .contains("2 March 2026 to 29 May 2026: 12.15% a year on EUR 1,000.00, 89 days")
                .contains("Fixed sum for recovery: EUR 40.00")
                .contains("To be paid: EUR 1,069.63");
    }

    @Test
    void interest_counts_from_the_due_date_and_not_from_the_last_payment() {
        Durand durand = late("1000.00");
        durand.pay("P-1", "2026-04-30", "400.00", "F-1");

        // 1,000.00 x 12.15% x 60 / 365 = 19.97; 600.00 x 12.15% x 29 / 365 = 5.79; together 25.76
        assertThat(text(durand, FORMAL, "F-1"))
                .contains("2 March 2026 to 30 April 2026: 12.15% a year on EUR 1,000.00, 60 days")
                .contains("1 May 2026 to 29 May 2026: 12.15% a year on EUR 600.00, 29 days")
                .contains("Late-payment interest: EUR 25.76");
    }

    @Test
    void a_second_letter_adds_no_interest_on_interest_and_none_on_fees() {
        Durand once = late("1000.00");
        String first = text(once, FORMAL, "F-1");
        Durand twice = late("1000.00");
        twice.sent("L-1", "2026-03-15", StepKind.REMINDER, 1, "15.00", "F-1");
        twice.sent("L-2", "2026-04-15", StepKind.FORMAL_NOTICE, 3, "25.00", "F-1");

        String second = text(twice, FORMAL, "F-1");

        assertThat(first).contains("Late-payment interest: EUR 29.63");
        assertThat(second)
                .contains("Late-payment interest: EUR 29.63")
                .contains("Fixed sum for recovery: EUR 40.00")
                .contains("Fees: EUR 40.00")
                .contains("To be paid: EUR 1,109.63");
    }

    @Test
    void paying_the_principal_does_not_erase_the_interest() {
        Durand durand = Durand.example("EUR");

        // 600.00 x 12.15% x 84 days / 365 = 16.78: F-0990 was dunned, then paid on 5 May
        assertThat(text(durand, FORMAL, "F-1001")).contains("- F-0990 (paid in the meantime): EUR 16.78");
    }

    @Test
    void what_was_paid_late_and_never_dunned_is_left_alone() {
        Durand durand = late("1000.00");
        durand.invoice("F-2", "2026-01-01", "2026-01-31", "500.00");
        durand.pay("P-1", "2026-04-30", "500.00", "F-2");
        durand.accepted("L-9", "2026-04-01", StepKind.REMINDER, 1, "15.00", "F-2");

        assertThat(text(durand, FORMAL, "F-1")).doesNotContain("F-2").doesNotContain("Fees");
    }

    @Test
    void a_courtesy_notice_makes_no_claim_on_what_was_paid_later() {
        Durand durand = late("1000.00");
        durand.invoice("F-2", "2026-01-01", "2026-01-31", "500.00");
        durand.pay("P-1", "2026-04-30", "500.00", "F-2");
        durand.sent("L-9", "2026-01-26", StepKind.COURTESY, 0, "0.00", "F-2");

        assertThat(text(durand, FORMAL, "F-1")).doesNotContain("F-2");
    }

    @Test
    void what_was_written_off_or_credited_bears_no_interest_after_it_is_gone() {
        Durand durand = late("1000.00");
        durand.invoice("F-2", "2026-01-01", "2026-01-31", "500.00");
        durand.sent("L-9", "2026-03-01", StepKind.REMINDER, 1, "0.00", "F-2");
        durand.pay("P-2", "2026-04-01", "100.00", "F-2");
        durand.facts.add(WriteOff.of("W-1", "F-2", LocalDate.parse("2026-05-02"), durand.money("400.00")));

        assertThat(text(durand, FORMAL, "F-1")).doesNotContain("F-2");
    }

    @Test
    void what_was_dunned_and_is_still_open_is_left_to_its_own_letter() {
        Durand durand = late("1000.00");
        durand.invoice("F-2", "2026-01-01", "2026-01-31", "500.00");
        durand.sent("L-9", "2026-03-01", StepKind.REMINDER, 1, "0.00", "F-2");
        durand.pay("P-2", "2026-04-01", "100.00", "F-2");

        assertThat(text(durand, FORMAL, "F-1")).contains("Late-payment interest: EUR 29.63");
    }

    @Test
    void a_document_that_bears_no_interest_is_not_told_among_what_was_counted() {
        Durand durand = late("1000.00");
        durand.sent("L-1", "2026-03-15", StepKind.REMINDER, 1, "15.00", "F-1");
        LetterWriter graceful = Durand.writer().countingInterest(options -> options.withGraceDays(100));

        assertThat(plain(graceful.write(durand.subject(FORMAL, "en", "F-1"), durand.facts())
                        .text()))
                .contains("How interest and fees are counted\n\n- Fee for Reminder 1");
    }

    @Test
    void a_step_that_claims_no_interest_claims_fees_alone() {
        Durand durand = Durand.example("EUR");

        assertThat(text(durand, REMINDER, "F-1001"))
                .contains("Fee for Reminder 1, 12 March 2026 (F-1001): EUR 15.00")
                .contains("To be paid: EUR 865.00")
                .doesNotContain("interest:");
    }

    @Test
    void a_courtesy_notice_claims_nothing_for_lateness() {
        Durand durand = Durand.example("EUR");

        assertThat(text(durand, DunningStep.courtesy(16).interest(true), "F-1003"))
                .contains("To be paid: EUR 450.00")
                .doesNotContain("Fee");
    }

    @Test
    void the_fee_of_a_letter_that_came_back_is_not_claimed() {
        Durand durand = late("1000.00");
        durand.sent("L-1", "2026-03-15", StepKind.REMINDER, 1, "15.00", "F-1");
        durand.events.add(
                new LetterFailed("L-1", Durand.CUSTOMER, LocalDate.parse("2026-03-16"), 1, "unknown address", true));

        assertThat(text(durand, REMINDER, "F-1")).doesNotContain("Fees");
    }

    @Test
    void charges_that_are_settled_are_claimed_no_more() {
        Durand durand = Durand.example("EUR");
        LetterWriter writer = Durand.writer().withoutChargesOn(document -> !document.equals("F-1002"));

        String text = plain(writer.write(durand.subject(FORMAL, "en", "F-1001", "F-1002"), durand.facts())
                .text());

        assertThat(text).contains("Late-payment interest: EUR 11.72").doesNotContain("F-0990", "Fees:");
    }

    @Test
    void nothing_is_charged_for_a_contested_part_while_it_is_contested() {
        Durand durand = Durand.example("EUR");

        // from 10 March on, 150.00 of F-1001 is contested
        assertThat(text(durand, FORMAL, "F-1001"))
                .contains("11 March 2026 to 20 March 2026: 12.15% a year on EUR 1,050.00, 10 days");
    }

    @Test
    void interest_is_counted_as_the_host_says() {
        Durand durand = late("1000.00");
        LetterWriter graceful = Durand.writer().countingInterest(options -> options.withGraceDays(100));
        LetterWriter unrated = Durand.writer().countingInterest(options -> options.with(ReferenceRates.none()));

        assertThat(plain(graceful.write(durand.subject(FORMAL, "en", "F-1"), durand.facts())
                        .text()))
                .contains("To be paid: EUR 1,000.00");
        assertThatThrownBy(() -> unrated.write(durand.subject(FORMAL, "en", "F-1"), durand.facts()))
                .hasMessageContaining("ECB_MRO");
    }

    @Test
    void a_policy_without_a_regime_claims_no_interest_and_an_unknown_regime_is_refused() {
        Durand durand = late("1000.00");
        durand.policy = Durand.policy("FR", "");
        assertThat(text(durand, FORMAL, "F-1")).contains("To be paid: EUR 1,000.00");

        durand.policy = Durand.policy("FR", "fr-1789");
        assertThatThrownBy(() -> text(durand, FORMAL, "F-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fr-1789");
    }

    // ---- what a letter claims and the account

    @Test
    void the_statement_foots_and_shows_credits_and_what_is_contested() {
        Durand durand = Durand.example("EUR");
        durand.credit("A-7", "2026-05-10", "40.00");

        AccountStatement statement = AccountStatement.of(durand.facts(), List.of(Durand.CUSTOMER), Durand.TODAY)
                .get("EUR");

        // 1,000 + 800 + 450 = 2,250 open; 60 + 40 = 100 credit; 2,250 - 100 = 2,150
        assertThat(statement.open()).isEqualTo(Money.of("2250.00", "EUR"));
        assertThat(statement.credit()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(statement.net()).isEqualTo(Money.of("2150.00", "EUR"));
        assertThat(statement.disputed()).isEqualTo(Money.of("150.00", "EUR"));
        assertThat(statement.net())
                .isEqualTo(durand.facts().ledger().balance(Durand.TODAY).get("EUR"));
        assertThat(text(durand, REMINDER, "F-1001"))
                .contains("- Payment P-3, 20 May 2026: −EUR 60.00")
                .contains("- Credit note A-7, 10 May 2026: −EUR 40.00")
                .contains("Open items: EUR 2,250.00\nCredits: −EUR 100.00\nBalance: EUR 2,150.00");
    }

    @Test
    void what_says_no_more_than_the_claims_is_left_out() {
        assertThat(text(late("1000.00"), REMINDER, "F-1")).doesNotContain("Statement of your account");
    }

    @Test
    void a_statement_is_the_customers_own_by_due_date() {
        Durand durand = new Durand();
        for (String customer : List.of("A", "B", "Z")) {
            for (int day : new int[] {2, 1, 3}) {
                durand.facts.add(
                        Invoice.of(customer + "-" + day, customer, LocalDate.parse("2026-01-01"), durand.money("1.00"))
                                .dueOn(LocalDate.of(2026, 2, 4 - day)));
            }
        }
        LetterFacts facts = durand.facts();

        for (String customer : List.of("A", "B", "Z")) {
            assertThat(AccountStatement.of(facts, List.of(customer), Durand.TODAY)
                            .get("EUR")
                            .debts())
                    .extracting(OpenItem::id)
                    .containsExactly(customer + "-3", customer + "-2", customer + "-1");
        }
        assertThat(AccountStatement.of(facts, List.of("NOBODY"), Durand.TODAY)).isEmpty();
    }

    @Test
    void items_of_other_customers_are_not_told() {
        Durand durand = Durand.example("EUR");
        durand.facts.add(Invoice.of("X-1", "OTHER", LocalDate.parse("2026-01-01"), durand.money("77.00")));

        assertThat(text(durand, REMINDER, "F-1001")).doesNotContain("X-1");
    }

    @Test
    void currencies_stand_side_by_side_and_are_never_added() {
        Durand durand = late("1000.00");
        durand.facts.add(Invoice.of("U-1", Durand.CUSTOMER, LocalDate.parse("2026-02-01"), Money.of("70.00", "USD"))
                .dueOn(LocalDate.parse("2026-03-03")));

        String text = text(durand, REMINDER.interest(false), "F-1", "U-1");

        assertThat(text)
                .contains("EUR 1,000.00 and USD 70.00 of invoices F-1 and U-1")
                .contains("To be paid: EUR 1,000.00")
                .contains("To be paid: USD 70.00");
    }

    /** An invoice in dollars as old as the one of {@link #late}, with a fee of its own in both currencies. */
    private static Durand lateInTwoCurrencies() {
        Durand durand = late("1000.00");
        durand.sent("L-1", "2026-03-15", StepKind.REMINDER, 1, "15.00", "F-1");
        durand.currency = "USD";
        durand.invoice("U-1", "2026-01-30", "2026-03-01", "500.00");
        durand.sent("L-2", "2026-03-16", StepKind.REMINDER, 1, "7.00", "U-1");
        return durand;
    }

    @Test
    void each_currency_has_its_principal_interest_and_fees() {
        // 500.00 x 12.15% x 89 days / 365 = 14.81; the fixed sum of the law is one in euros
        assertThat(text(lateInTwoCurrencies(), FORMAL, "F-1", "U-1"))
                .contains("notice to pay EUR 1,084.63 and USD 521.81 by")
                .contains("EUR 84.63 and USD 21.81 are added")
                .contains("""
                        Principal: EUR 1,000.00
                        Late-payment interest: EUR 29.63
                        Fixed sum for recovery: EUR 40.00
                        Fees: EUR 15.00
                        To be paid: EUR 1,084.63

                        How interest and fees are counted

                        - F-1: EUR 29.63, fixed sum EUR 40.00
                          2 March 2026 to 29 May 2026: 12.15% a year on EUR 1,000.00, 89 days
                          Basis: Code de commerce, articles L441-10 II et D441-5
                        - Fee for Reminder 1, 15 March 2026 (F-1): EUR 15.00
                        """)
                .contains("""
                        Principal: USD 500.00
                        Late-payment interest: USD 14.81
                        Fees: USD 7.00
                        To be paid: USD 521.81

                        How interest and fees are counted

                        - U-1: USD 14.81
                          2 March 2026 to 29 May 2026: 12.15% a year on USD 500.00, 89 days
                          Basis: Code de commerce, articles L441-10 II et D441-5
                        - Fee for Reminder 1, 16 March 2026 (U-1): USD 7.00
                        """);
    }

    @Test
    void charges_are_claimed_in_a_currency_in_which_nothing_else_is() {
        Durand paid = lateInTwoCurrencies();
        paid.pay("P-1", "2026-04-30", "500.00", "U-1");

        // 500.00 x 12.15% x 60 days / 365 = 9.99
        assertThat(text(paid, FORMAL, "F-1")).contains("To be paid: EUR 1,084.63", "To be paid: USD 16.99");
        assertThat(text(paid, REMINDER, "F-1")).contains("To be paid: EUR 1,015.00", "To be paid: USD 7.00");
        LetterWriter unpriced = Durand.writer().withoutChargesOn(document -> document.equals("U-1"));
        assertThat(plain(unpriced.write(paid.subject(FORMAL, "en", "F-1"), paid.facts())
                        .text()))
                .contains("To be paid: EUR 1,084.63")
                .doesNotContain("USD");
    }

    @Test
    void interest_alone_is_claimed_in_a_currency_in_which_nothing_else_is() {
        Durand paid = late("1000.00");
        paid.currency = "USD";
        paid.invoice("U-1", "2026-01-30", "2026-03-01", "500.00");
        paid.sent("L-2", "2026-03-16", StepKind.REMINDER, 1, "0.00", "U-1");
        paid.pay("P-1", "2026-04-30", "500.00", "U-1");

        assertThat(text(paid, FORMAL, "F-1")).contains("To be paid: USD 9.99");
    }

    @Test
    void instalments_and_debit_notes_are_told_as_such() {
        Durand durand = new Durand();
        durand.facts.add(Invoice.of("F-1", Durand.CUSTOMER, LocalDate.parse("2026-01-30"), durand.money("300.00"))
                .payableIn(List.of(
                        Instalment.of(LocalDate.parse("2026-03-01"), durand.money("100.00")),
                        Instalment.of(LocalDate.parse("2026-06-01"), durand.money("200.00")))));
        durand.facts.add(DebitNote.of("N-1", Durand.CUSTOMER, LocalDate.parse("2026-02-01"), durand.money("20.00")));

        assertThat(text(durand, REMINDER, "F-1", "N-1"))
                .contains("- F-1 (instalment 1/2), due on 1 March 2026, 89 days late: EUR 100.00")
                .contains("- F-1 (instalment 2/2), due on 1 June 2026: EUR 200.00")
                .contains("- N-1 (debit note), due on");
    }

    @Test
    void one_day_is_written_as_one_day() {
        Durand durand = new Durand();
        durand.invoice("F-1", "2026-05-01", "2026-05-28", "10.00");
        durand.invoice("F-2", "2026-05-01", "2026-05-29", "10.00");

        assertThat(text(durand, REMINDER, "F-1", "F-2"))
                .contains("- F-1, due on 28 May 2026, 1 day late: EUR 10.00")
                .contains("- F-2, due on 29 May 2026: EUR 10.00");
    }

    @Test
    void a_letter_to_an_account_group_names_whose_each_item_is() {
        Durand durand = late("1000.00");
        durand.customers.add(Customer.of("C-105", "Lefèvre Sud"));
        durand.facts.add(Invoice.of("S-1", "C-105", LocalDate.parse("2026-01-01"), durand.money("5.00"))
                .dueOn(LocalDate.parse("2026-02-01")));
        List<Claim> claims =
                new ArrayList<>(durand.subject(REMINDER, "en", "F-1").claims());
        claims.add(new Claim(
                ItemReference.of("S-1", 1), "C-105", REMINDER, "level-1", durand.money("5.00"), durand.money("0.00")));
        LetterSubject subject =
                new LetterSubject("L-1", Durand.CUSTOMER, Durand.TODAY, Channel.EMAIL, "en", durand.policy, claims);

        assertThat(plain(Durand.writer().write(subject, durand.facts()).text()))
                .contains("- S-1, Lefèvre Sud, due on", "- F-1, Menuiserie Lefèvre & Fils, due on");
    }

    @Test
    void many_documents_are_counted_and_a_few_are_named() {
        Durand durand = new Durand();
        for (int i = 1; i <= 6; i++) {
            durand.invoice("F-" + i, "2026-01-01", "2026-02-0" + i, "10.00");
        }

        assertThat(text(durand, REMINDER, "F-1", "F-2", "F-3", "F-4", "F-5", "F-6"))
                .contains("of invoices F-1, F-2, F-3 and 3 others");
        assertThat(text(durand, REMINDER, "F-1", "F-2", "F-3", "F-4")).contains("invoices F-1, F-2, F-3 and F-4");
        assertThat(text(durand, REMINDER, "F-1")).contains("of invoice F-1 has been open since 1 February 2026");
    }

    // ---- letters of runs and of the outbox

    @Test
    void a_proposed_letter_and_the_same_letter_in_the_outbox_read_alike() {
        Durand durand = late("1000.00");
        DunningStep step = FORMAL.fee(Fee.fixed(Money.of("25.00", "EUR"))).by(Channel.REGISTERED_LETTER);
        durand.policy = DunningPolicy.of("standard", REMINDER, step)
                .underLawOf("FR")
                .inLanguage("fr")
                .withInterest("fr-l441-10");
        ActionKey key = new ActionKey(ItemReference.of("F-1", 1), "level-3", 0);
        Money amount = durand.money("1000.00");
        DunningAction action = new DunningAction(
                key,
                Durand.CUSTOMER,
                "standard",
                step,
                Durand.TODAY,
                LocalDate.parse("2026-03-01"),
                amount,
                amount,
                amount,
                Rule.STEP_DUE);
        Letter proposed =
                new Letter("L-7", Durand.CUSTOMER, Durand.TODAY, Channel.REGISTERED_LETTER, "fr", List.of(action), 0);
        WrittenLetter asProposed = Durand.writer().write(proposed, durand.facts());
        durand.events.add(new ActionAccepted(
                key,
                Durand.CUSTOMER,
                Durand.TODAY,
                "L-7",
                "standard",
                StepKind.FORMAL_NOTICE,
                3,
                Channel.REGISTERED_LETTER,
                "formal-notice",
                amount,
                durand.money("25.00")));
        LetterState accepted = durand.facts().cases().letter("L-7").orElseThrow();

        WrittenLetter asAccepted = Durand.writer().write(accepted, durand.facts());

        assertThat(asAccepted).isEqualTo(asProposed);
        // 1,000.00 + 29.63 + 40.00 + 25.00
        assertThat(plain(asProposed.subject())).isEqualTo("Mise en demeure de payer 1 094,63 €");
    }

    @Test
    void a_letter_of_the_outbox_is_written_even_if_the_policy_has_its_step_no_more() {
        Durand durand = late("1000.00");
        durand.accepted("L-7", "2026-05-29", StepKind.REMINDER, 9, "0.00", "F-1");
        LetterState letter = durand.facts().cases().letter("L-7").orElseThrow();

        assertThat(plain(Durand.writer().write(letter, durand.facts()).subject()))
                .isEqualTo("Reminder: invoice F-1, EUR 100.00 past due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "FR", "fr_CA", "Français"})
    void the_customers_language_is_written_however_they_state_it(String stated) {
        WrittenLetter written = written(stated);

        assertThat(written.subject()).startsWith("Rappel");
        assertThat(written.language()).isEqualTo("fr-FR");
        assertThat(written.html()).contains("<html lang=\"fr-FR\">");
    }

    @Test
    void a_letter_of_the_outbox_keeps_the_policy_it_was_accepted_under() {
        Durand durand = late("1000.00");
        durand.policy = Durand.policy("FR", "").named("old");
        durand.accepted("L-7", "2026-05-29", StepKind.FORMAL_NOTICE, 3, "0.00", "F-1");
        LetterFacts known = durand.facts();
        DunningPolicy general = Durand.policy("CA", "");
        Policies both = Policies.of(general)
                .forSegment("retired", Durand.policy("FR", "").named("old"));
        LetterState letter = known.cases().letter("L-7").orElseThrow();

        assertThat(LetterSubject.of(letter, LetterFacts.of(known.log(), known.cases(), both))
                        .policy())
                .extracting(DunningPolicy::id)
                .isEqualTo("old");
        assertThat(LetterSubject.of(letter, LetterFacts.of(known.log(), known.cases(), Policies.of(general))))
                .extracting(LetterSubject::policy)
                .as("the customer's, where none is called old any more")
                .isEqualTo(general);
    }

    /** Its payment link tells which of the policy's steps was found. */
    @Test
    void a_letter_of_the_outbox_is_of_the_step_of_its_kind_and_level() {
        DunningStep first = DunningStep.reminder(1, 10);
        DunningStep second = DunningStep.reminder(2, 20);
        DunningStep notice = DunningStep.formalNotice(2, 30);

        assertThat(hasLink(StepKind.REMINDER, 2, "level-2", first, second.withPaymentLink()))
                .isTrue();
        assertThat(hasLink(StepKind.REMINDER, 2, "level-2", first.withPaymentLink(), second))
                .isFalse();
        assertThat(hasLink(StepKind.REMINDER, 2, "level-2", first, notice.withPaymentLink()))
                .as("level 2 became a formal notice since")
                .isFalse();
        DunningStep early = DunningStep.courtesy(10);
        DunningStep late = DunningStep.courtesy(5);
        assertThat(hasLink(StepKind.COURTESY, 0, late.code(), early, late.withPaymentLink()))
                .isTrue();
        assertThat(hasLink(StepKind.COURTESY, 0, late.code(), early.withPaymentLink(), late))
                .isFalse();
    }

    private static boolean hasLink(StepKind kind, int level, String code, DunningStep... steps) {
        Durand durand = late("1000.00");
        durand.policy = DunningPolicy.of("standard", steps);
        durand.events.add(new ActionAccepted(
                new ActionKey(ItemReference.of("F-1", 1), code, 0),
                Durand.CUSTOMER,
                Durand.TODAY,
                "L-7",
                "standard",
                kind,
                level,
                Channel.EMAIL,
                "reminder-neutral",
                durand.money("1000.00"),
                durand.money("0.00")));
        LetterFacts facts = durand.facts();
        return LetterSubject.of(facts.cases().letter("L-7").orElseThrow(), facts)
                .step()
                .paymentLink();
    }

    @Test
    void a_language_without_letters_is_written_in_that_of_the_policy() {
        assertThat(written("de").subject()).startsWith("Reminder");
        assertThat(written("de").html()).contains("<html lang=\"en-FR\">");
    }

    /** A reminder to a customer who states a language, under a policy in English. */
    private static WrittenLetter written(String language) {
        Durand durand = late("1000.00");
        durand.accepted("L-7", "2026-05-29", StepKind.REMINDER, 1, "0.00", "F-1");
        durand.customers.set(0, durand.customers.get(0).with(Customer.LANGUAGE, language));
        LetterState letter = durand.facts().cases().letter("L-7").orElseThrow();
        return Durand.writer().write(letter, durand.facts());
    }

    @Test
    void the_words_are_those_of_the_highest_step() {
        Durand durand = Durand.example("EUR");
        List<Claim> claims = List.of(
                durand.subject(FORMAL, "en", "F-1001").claims().get(0),
                durand.subject(DunningStep.reminder(4, 9), "en", "F-1002")
                        .claims()
                        .get(0));
        LetterSubject subject =
                new LetterSubject("L-1", Durand.CUSTOMER, Durand.TODAY, Channel.EMAIL, "en", durand.policy, claims);

        List<Claim> reminders = new ArrayList<>();
        for (int level : new int[] {2, 4, 1}) {
            reminders.addAll(durand.subject(DunningStep.reminder(level, 9), "en", "F-1002")
                    .claims());
        }
        LetterSubject several =
                new LetterSubject("L-2", Durand.CUSTOMER, Durand.TODAY, Channel.EMAIL, "en", durand.policy, reminders);

        assertThat(several.step().level()).isEqualTo(4);
        assertThat(subject.step()).isEqualTo(FORMAL);
        assertThat(Durand.writer().write(subject, durand.facts()).subject()).startsWith("Formal notice");
    }

    // ---- whom to, where to pay, by when

    @Test
    void proposals_go_to_colleagues_files_to_the_successor_and_notices_to_the_customer() {
        Durand durand = Durand.example("EUR");
        LetterSubject stop = durand.subject(DunningStep.creditStop(5, 60), "fr", "F-1001");
        LetterSubject file = durand.subject(DunningStep.handOver(6, 80, Successor.LAWYER), "fr", "F-1001");
        LetterWriter writer = Durand.writer();

        assertThat(writer.write(stop, durand.facts()).recipient().name()).isEqualTo("Service crédit");
        assertThat(writer.notice(stop, durand.facts()).recipient()).isEqualTo(Durand.contact());
        assertThat(writer.write(file, durand.facts()).recipient().name()).isEqualTo("Cabinet Morel");
        assertThat(writer.write(file, durand.facts()).text()).doesNotContain("IBAN");
        assertThat(writer.notice(file, durand.facts()).text()).contains("IBAN", "notre avocat");
        assertThatThrownBy(() -> LetterWriter.of(Durand.creditor(), id -> Durand.contact())
                        .write(file, durand.facts()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody is known to take a file as lawyer: give them by withSuccessors");
    }

    @Test
    void a_payment_link_goes_along_where_the_step_says_so() {
        Durand durand = late("1000.00");
        DunningStep linked = REMINDER.withPaymentLink();

        assertThat(text(durand, REMINDER, "F-1")).doesNotContain("https://");
        assertThat(text(durand, linked, "F-1")).contains("Pay online: https://pay.durand.example/l/104?a=1&b=2");
        assertThat(Durand.writer()
                        .write(durand.subject(linked, "en", "F-1"), durand.facts())
                        .html())
                .contains("href=\"https://pay.durand.example/l/104?a=1&amp;b=2\"");
        assertThat(LetterWriter.of(Durand.creditor(), id -> Durand.contact())
                        .write(durand.subject(linked, "en", "F-1"), durand.facts())
                        .text())
                .doesNotContain("Pay online");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//host/x", "pay", "https:pay", "ftp://host/x"})
    void a_payment_link_that_is_no_web_address_is_refused(String link) {
        Durand durand = late("1000.00");
        LetterWriter writer = Durand.writer().withPaymentLinks(subject -> URI.create(link));

        assertThatThrownBy(() -> writer.write(durand.subject(REMINDER.withPaymentLink(), "en", "F-1"), durand.facts()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no web address");
    }

    @Test
    void a_payment_link_is_never_cut() {
        Durand durand = late("1000.00");
        String start = "HTTP://pay.example/";
        String longest = start + "x".repeat(2_000 - start.length());
        LetterSubject subject = durand.subject(REMINDER.withPaymentLink(), "en", "F-1");

        assertThat(Durand.writer()
                        .withPaymentLinks(each -> URI.create(longest))
                        .write(subject, durand.facts())
                        .text())
                .contains(longest);
        assertThatThrownBy(() -> Durand.writer()
                        .withPaymentLinks(each -> URI.create(longest + "x"))
                        .write(subject, durand.facts()))
                .hasMessageContaining("2001 characters");
    }

    @Test
    void the_time_to_pay_is_what_the_law_usually_leaves_or_what_the_host_says() {
        Durand durand = late("1000.00");
        assertThat(text(durand, FORMAL, "F-1")).contains("by 6 June 2026, that is within 8 days");
        durand.policy = Durand.policy("GB", "");
        assertThat(text(durand, FORMAL, "F-1")).contains("within 14 days");
        durand.policy = Durand.policy("CA-ON", "");
        assertThat(text(durand, FORMAL, "F-1")).contains("by June 8, 2026, that is within 10 days");
        durand.policy = Durand.policy("US", "");
        assertThat(text(durand, FORMAL, "F-1")).contains("within 14 days");
        assertThat(plain(Durand.writer()
                        .withDaysToPay(1)
                        .write(durand.subject(FORMAL, "en", "F-1"), durand.facts())
                        .text()))
                .contains("within 1 day of");
        assertThat(Durand.writer().withDaysToPay(365)).isNotNull();
        for (int days : new int[] {0, 366}) {
            assertThatThrownBy(() -> Durand.writer().withDaysToPay(days))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("days to pay " + days);
        }
    }

    @Test
    void an_offer_that_is_over_or_about_other_items_is_not_told() {
        DunningStep step = DunningStep.negotiation(4, 50);
        Durand durand = Durand.example("EUR");
        durand.offer("F-1002");

        assertThat(text(durand, step, "F-1002"))
                .contains("We offer you to pay EUR 1,650.00 in the instalments below", "until 10 June 2026")
                .contains("1. 15 June 2026: EUR 900.00\n2. 15 July 2026: EUR 750.00\n");
        assertThat(text(durand, step, "F-1001")).doesNotContain("instalments below");
        LetterSubject today = durand.subject(step, "en", "F-1002");
        LetterSubject later = new LetterSubject(
                "L-2",
                Durand.CUSTOMER,
                LocalDate.parse("2026-06-11"),
                Channel.EMAIL,
                "en",
                durand.policy,
                today.claims());
        assertThat(Durand.writer().write(later, durand.facts()).text()).doesNotContain("instalments below");
        LetterSubject before = new LetterSubject(
                "L-2",
                Durand.CUSTOMER,
                LocalDate.parse("2026-05-27"),
                Channel.EMAIL,
                "en",
                durand.policy,
                today.claims());
        assertThat(Durand.writer().write(before, durand.facts()).text()).doesNotContain("instalments below");
        LetterSubject lastDay = new LetterSubject(
                "L-2",
                Durand.CUSTOMER,
                LocalDate.parse("2026-06-10"),
                Channel.EMAIL,
                "en",
                durand.policy,
                today.claims());
        assertThat(Durand.writer().write(lastDay, durand.facts()).text()).contains("instalments below");
    }

    @Test
    void of_several_offers_the_last_is_told() {
        Durand durand = Durand.example("EUR");
        durand.offer("F-1002");
        durand.events.add(new PlanOffered(
                "O-2",
                Durand.CUSTOMER,
                Durand.TODAY,
                List.of(ItemReference.of("F-1002", 1)),
                List.of(Instalment.of(LocalDate.parse("2026-06-20"), durand.money("800.00"))),
                LocalDate.parse("2026-06-12")));

        assertThat(text(durand, DunningStep.negotiation(4, 50), "F-1002"))
                .contains("1. 20 June 2026: EUR 800.00", "until 12 June 2026")
                .doesNotContain("15 June 2026");
    }

    @Test
    void a_text_message_of_several_paragraphs_runs_on() {
        Durand durand = late("1000.00");
        LetterWriter writer = Durand.writer()
                .with(Templates.shipped()
                        .with("en/own.txt", "== subject\nS\n== short\nPay {{claimed}}.\n\nThank\nyou."));
        LetterSubject subject = durand.subject(REMINDER.template("own").by(Channel.TEXT_MESSAGE), "en", "F-1");

        assertThat(plain(writer.write(subject, durand.facts()).text())).isEqualTo("Pay EUR 1,000.00. Thank you.\n");
    }

    @Test
    void a_returned_payment_tells_its_day() {
        assertThat(text(Durand.example("EUR"), DunningStep.of(StepKind.RETURN_CONTACT, 0), "F-1001"))
                .contains("returned by the bank on 27 May 2026");
    }

    // ---- what is refused

    @Test
    void a_missing_template_part_item_or_customer_is_an_error_and_never_a_blank() {
        Durand durand = late("1000.00");
        LetterSubject good = durand.subject(REMINDER, "en", "F-1");
        LetterFacts facts = durand.facts();

        assertThatThrownBy(() -> Durand.writer().write(durand.subject(REMINDER.template("none"), "en", "F-1"), facts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("template \"none\" is missing in language en: there are [courtesy,");
        assertThatThrownBy(() -> Durand.writer()
                        .with(Templates.shipped().with("en/half.txt", "== subject\nS\n== body\nB"))
                        .write(durand.subject(REMINDER.template("half").by(Channel.PHONE), "en", "F-1"), facts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template \"half\" in language en has no part script, which channel phone needs");
        Claim claim = good.claims().get(0);
        for (ItemReference unknown : List.of(ItemReference.of("F-9", 1), ItemReference.of("F-1", 2))) {
            LetterSubject lost = new LetterSubject(
                    "L-1",
                    Durand.CUSTOMER,
                    Durand.TODAY,
                    Channel.EMAIL,
                    "en",
                    durand.policy,
                    List.of(new Claim(unknown, Durand.CUSTOMER, REMINDER, "level-1", claim.claimed(), claim.fee())));
            assertThatThrownBy(() -> Durand.writer().write(lost, facts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("item " + unknown + " of letter L-1 is not in the ledger");
        }
        LetterSubject stranger =
                new LetterSubject("L-1", "NOBODY", Durand.TODAY, Channel.EMAIL, "en", durand.policy, good.claims());
        assertThatThrownBy(() -> Durand.writer().write(stranger, facts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer NOBODY is not in the ledger");
        assertThatThrownBy(() ->
                        new LetterSubject("L-1", "C", Durand.TODAY, Channel.EMAIL, "en", durand.policy, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_of_invisible_marks_is_refused() {
        Durand durand = late("1000.00");
        LetterWriter writer = LetterWriter.of(Durand.creditor(), id -> Contact.of("\u200b\u200b"));

        assertThatThrownBy(() -> writer.write(durand.subject(REMINDER, "en", "F-1"), durand.facts()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of the letter is blank: give a value that can be read");
    }

    @Test
    void a_customer_without_a_name_is_called_by_their_id() {
        Durand durand = late("1000.00");
        durand.customers.set(0, Customer.of(Durand.CUSTOMER, " "));

        assertThat(text(durand, DunningStep.writeOffProposal(7, 100), "F-1")).contains("of C-104 (customer C-104)");
    }

    @Test
    void blank_lines_of_an_address_are_left_out() {
        Durand durand = late("1000.00");
        LetterWriter writer = LetterWriter.of(
                Creditor.of("Durand", "12, rue des Tanneurs", " ", "69003 Lyon"), id -> Contact.of("Lefèvre"));

        assertThat(writer.write(durand.subject(REMINDER, "en", "F-1"), durand.facts())
                        .text())
                .contains("Durand\n12, rue des Tanneurs\n69003 Lyon\n");
    }

    @Test
    void parties_are_checked() {
        assertThatThrownBy(() -> Creditor.of("A")).hasMessageContaining("creditor A has no address");
        assertThatThrownBy(() -> Creditor.of(" ", "x")).hasMessageContaining("creditor's name is blank");
        assertThatThrownBy(() -> new Creditor.Line(" ", "x")).hasMessageContaining("label of \"x\" is blank");
        assertThatThrownBy(() -> new Creditor.Line("IBAN", "")).hasMessageContaining("value of IBAN is blank");
        assertThatThrownBy(() -> Contact.of(" ")).hasMessageContaining("name of a contact is blank");
    }

    @Test
    void a_contact_is_addressed_as_they_wish() {
        Durand durand = late("1000.00");
        LetterWriter writer =
                LetterWriter.of(Durand.creditor(), id -> Durand.contact().addressedAs("Madame Lefèvre"));

        assertThat(writer.write(durand.subject(FORMAL, "fr", "F-1"), durand.facts())
                        .text())
                .startsWith("Madame Lefèvre,\n")
                .contains("Veuillez agréer, Madame Lefèvre, nos salutations distinguées.");
    }

    // ---- codes to pay with

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    /** What is asked for in one currency, with interest and fees, is on the code of a printed letter. */
    @Test
    void a_printed_letter_has_a_code_for_each_currency_that_has_one() {
        Durand durand = lateInTwoCurrencies();
        List<LetterPayment> asked = new ArrayList<>();
        LetterWriter writer = Durand.writer().withPaymentCodes(payment -> {
            asked.add(payment);
            return payment.amount().currency().getCurrencyCode().equals("EUR") ? Optional.of(PNG) : Optional.empty();
        });

        LetterSubject printed = durand.subject(FORMAL.by(Channel.REGISTERED_LETTER), "en", "F-1", "U-1");
        String html = writer.write(printed, durand.facts()).html();

        // as above: 1,000.00 + 29.63 + 40.00 + 15.00 and 500.00 + 14.81 + 7.00
        assertThat(asked)
                .containsExactly(
                        new LetterPayment(printed, Money.of("1084.63", "EUR"), "RF18 5390 0754 7034"),
                        new LetterPayment(printed, Money.of("521.81", "USD"), "RF18 5390 0754 7034"));
        assertThat(plain(html))
                .containsOnlyOnce("<p class=\"code\"><img src=\"data:image/png;base64,iVBORw0KGgoA\" alt=\"\">"
                        + "<span>Scan to pay with your bank’s app: EUR 1,084.63</span></p>");
        assertThat(plain(writer.write(durand.subject(FORMAL.by(Channel.LETTER), "fr", "F-1", "U-1"), durand.facts())
                        .html()))
                .contains("À lire avec l’application de votre banque : 1 084,63 €");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LETTER", "REGISTERED_LETTER", "OTHER"})
    void what_is_not_printed_has_no_code(Channel channel) {
        Durand durand = late("1000.00");
        LetterWriter writer = Durand.writer().withPaymentCodes(payment -> Optional.of(PNG));

        assertThat(writer.write(durand.subject(REMINDER.by(channel), "en", "F-1"), durand.facts())
                        .html())
                .doesNotContain("data:");
    }

    @Test
    void who_does_not_pay_gets_no_code() {
        Durand durand = late("1000.00");
        LetterWriter writer = Durand.writer().withPaymentCodes(payment -> Optional.of(PNG));

        assertThat(writer.write(
                                durand.subject(
                                        DunningStep.writeOffProposal(7, 90).by(Channel.LETTER), "en", "F-1"),
                                durand.facts())
                        .html())
                .doesNotContain("data:");
        assertThat(writer.notice(
                                durand.subject(DunningStep.creditStop(4, 50).by(Channel.LETTER), "en", "F-1"),
                                durand.facts())
                        .html())
                .contains("data:");
    }

    @Test
    void a_code_that_is_no_picture_is_refused() {
        Durand durand = late("1000.00");
        LetterSubject letter = durand.subject(REMINDER.by(Channel.LETTER), "en", "F-1");
        byte[] large = Arrays.copyOf(PNG, 100_001);
        byte[] largest = Arrays.copyOf(PNG, 100_000);

        for (byte[] wrong : List.of(new byte[0], Arrays.copyOf(PNG, 8), new byte[20], large)) {
            LetterWriter writer = Durand.writer().withPaymentCodes(payment -> Optional.of(wrong));
            assertThatThrownBy(() -> writer.write(letter, durand.facts()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "payment code of letter " + letter.letterId() + " (" + wrong.length + " bytes)")
                    .hasMessageContaining("PNG picture of at most 100000 bytes");
        }
        assertThat(Durand.writer()
                        .withPaymentCodes(payment -> Optional.of(largest))
                        .write(letter, durand.facts())
                        .html())
                .contains("data:image/png;base64,iVBORw0KGgoA");
    }

    // ---- hostile values

    @Test
    void a_hostile_name_stays_a_name() {
        String name = "<script>alert(1)</script> {{evil}} \"'&\r\nBcc: all@example.com\u202Egnp.exe";
        Durand durand = new Durand();
        durand.customers.set(0, Customer.of(Durand.CUSTOMER, name));
        durand.invoice("F-1\r\nX-Injected: 1", "2026-01-30", "2026-03-01", "1000.00");
        LetterWriter writer = LetterWriter.of(Durand.creditor(), id -> Contact.of(name, name))
                .withReferences(subject -> "RF18\r\nBcc: x@example.com");
        LetterSubject subject = durand.subject(DunningStep.writeOffProposal(7, 90), "en", "F-1\r\nX-Injected: 1");

        for (WrittenLetter letter : List.of(
                writer.write(subject, durand.facts()),
                writer.write(durand.subject(REMINDER, "en", "F-1\r\nX-Injected: 1"), durand.facts()),
                writer.write(
                        durand.subject(FORMAL.by(Channel.REGISTERED_LETTER), "en", "F-1\r\nX-Injected: 1"),
                        durand.facts()))) {
            assertThat(letter.subject()).doesNotContain("\r", "\n", "\u202E");
            assertThat(letter.html())
                    .doesNotContain("<script")
                    .doesNotContain("\u202E")
                    .doesNotContain("\r");
            assertThat(letter.text().lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X-Inj"));
        }
        WrittenLetter proposal = writer.write(subject, durand.facts());
        assertThat(proposal.text()).contains("<script>alert(1)</script> {{evil}} \"'& Bcc: all@example.comgnp.exe");
        assertThat(proposal.html())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; {{evil}} &quot;&#39;&amp; Bcc: all@example.comgnp.exe");
    }

    @Test
    void very_long_names_are_cut_and_the_letter_stays_a_letter() {
        Durand durand = new Durand();
        durand.customers.set(0, Customer.of(Durand.CUSTOMER, "N".repeat(100_000)));
        durand.invoice("F-1", "2026-01-30", "2026-03-01", "1000.00");

        String text = text(durand, DunningStep.writeOffProposal(7, 90), "F-1");

        assertThat(text).contains("N".repeat(299) + "…").doesNotContain("N".repeat(300));
        assertThat(text.length()).isLessThan(5_000);
    }

    @Test
    void five_hundred_items_are_all_in_the_letter_and_in_the_sum() {
        Durand durand = new Durand();
        String[] ids = IntStream.range(0, 500).mapToObj(i -> "F-" + (1000 + i)).toArray(String[]::new);
        for (String id : ids) {
            durand.invoice(id, "2026-01-30", "2026-03-01", "10.01");
        }
        LetterSubject subject = durand.subject(FORMAL, "en", ids);

        WrittenLetter letter = Durand.writer().write(subject, durand.facts());

        assertThat(plain(letter.text())).contains("Principal: EUR 5,005.00");
        for (String id : ids) {
            assertThat(letter.html()).contains("<span>" + id);
        }
        assertThat(letter.html()).doesNotContainPattern("(?i)<script|src=|@import|url\\(");
    }
}
