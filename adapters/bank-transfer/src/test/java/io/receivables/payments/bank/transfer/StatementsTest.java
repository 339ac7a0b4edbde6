package io.receivables.payments.bank.transfer;

import static io.receivables.payments.bank.transfer.Bank.back;
import static io.receivables.payments.bank.transfer.Bank.in;
import static io.receivables.payments.bank.transfer.Bank.line;
import static io.receivables.payments.bank.transfer.Bank.notification;
import static io.receivables.payments.bank.transfer.Bank.statement;
import static io.receivables.payments.bank.transfer.Seller.AMOUNT;
import static io.receivables.payments.bank.transfer.Seller.command;
import static io.receivables.payments.bank.transfer.Seller.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.BookedLine;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements say of transfers that were asked for, and what is left to others. */
class StatementsTest {
    private final Seller seller = new Seller();
    private final String reference = seller.asked("K-1");

    private static List<BankLine> others(TransferIntake intake) {
        return intake.others().stream().flatMap(each -> each.lines().stream()).toList();
    }

    private static BankLine text(String amount, String number, String... text) {
        return line(amount, number).remittance(Remittance.ofText(text)).build();
    }

    private Observation last() {
        List<Observation> known = seller.known("K-1");
        return known.get(known.size() - 1);
    }

    // ---- money in

    @Test
    void the_whole_amount_settles_on_the_value_date() {
        BankLine line = line("800.00", "B1")
                .valueOn(Bank.DAY.plusDays(1))
                .remittance(Remittance.ofReference(reference))
                .build();

        TransferIntake intake = seller.take(line);

        assertThat(intake.taken()).containsExactly(line);
        assertThat(others(intake)).isEmpty();
        assertThat(seller.story("K-1")).containsExactly("settled 800.00");
        assertThat(last().valueDate()).contains(Bank.DAY.plusDays(1));
        assertThat(last().key()).contains("K-1");
        assertThat(last().providerRef()).isEqualTo(reference);
    }

    @Test
    void a_part_and_then_the_rest_tell_each_time_what_came_in_so_far() {
        seller.take(in("300.00", "B1", reference));
        assertThat(seller.story("K-1")).containsExactly("partially-settled 300.00");

        seller.take(in("500.00", "B2", reference));

        assertThat(seller.story("K-1")).containsExactly("partially-settled 300.00", "settled 800.00"); // 300 + 500
    }

    @Test
    void whoever_pays_too_much_has_settled_and_all_of_it_is_told() {
        seller.take(in("800.00", "B1", reference), in("50.00", "B2", reference));

        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "settled 850.00");
    }

    @Test
    void what_the_bank_kept_of_a_transfer_is_a_fee_and_the_receivable_is_settled_in_full() {
        seller.take(line("795.00", "B1")
                .charge(LineCharge.included(Money.of("5.00", "EUR"), "SHA"))
                .remittance(Remittance.ofReference(reference))
                .build());

        assertThat(last().amount()).contains(AMOUNT); // 795 + 5
        assertThat(last().fee()).contains(Money.of("5.00", "EUR"));
    }

    @Test
    void another_currency_is_money_and_does_not_settle() {
        seller.take(BankLine.of(Bank.ACCOUNT, Bank.DAY, Money.of("900.00", "CHF"))
                .reference(BankReference.SERVICER, "B1")
                .remittance(Remittance.ofReference(reference))
                .build());

        assertThat(last().fact()).isEqualTo(PaymentFact.PARTIALLY_SETTLED);
        assertThat(last().amount()).contains(Money.of("900.00", "CHF"));
    }

    // ---- whose a line is

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Rechnung 17, %s danke", "ref:%s.", "RE %s/EUR"})
    void a_reference_is_found_in_text_as_it_is_and_as_it_is_printed(String form) {
        String printed = ReferenceScheme.RF.isValid(reference) ? reference.replaceAll("(.{4})", "$1 ") : "";

        assertThat(seller.take(text("400.00", "B1", form.replace("%s", reference)))
                        .taken())
                .hasSize(1);
        assertThat(seller.take(text("400.00", "B2", form.replace("%s", printed.strip())))
                        .taken())
                .hasSize(1);
        assertThat(seller.story("K-1")).last().isEqualTo("settled 800.00");
    }

    @Test
    void a_reference_is_found_where_the_bank_breaks_it_and_in_the_end_to_end_id() {
        seller.take(text("100.00", "B1", "Danke " + reference.substring(0, 7), reference.substring(7) + " Moreau"));
        seller.take(line("100.00", "B2")
                .reference(BankReference.END_TO_END, reference)
                .build());
        seller.take(line("100.00", "B3")
                .text("CREDIT " + reference.toLowerCase(java.util.Locale.ROOT))
                .build());

        assertThat(seller.story("K-1")).last().isEqualTo("partially-settled 300.00");
    }

    @ParameterizedTest
    @CsvSource({"OGM, '', +++#3/#4/#5+++", "FI, '', 0000", "KID_MOD10, 77, ''", "KID_MOD11, 77, ''", "plain, AN, ''"})
    void references_of_each_scheme_are_found_again(String scheme, String prefix, String form) {
        Seller other = new Seller(TransferRegister.inMemory(), values("scheme", scheme, "referencePrefix", prefix));
        for (int i = 0; i < 30; i++) {
            String made = other.asked("K-" + i);
            String written = form.startsWith("+")
                    ? "+++" + made.substring(0, 3) + "/" + made.substring(3, 7) + "/" + made.substring(7) + "+++"
                    : form + made;

            assertThat(other.take(text("800.00", "B" + i, "pour facture " + written + " merci"))
                            .taken())
                    .describedAs(written)
                    .hasSize(1);
            assertThat(other.story("K-" + i)).containsExactly("settled 800.00");
        }
    }

    @Test
    void a_reference_that_was_given_out_elsewhere_stays_with_the_caller() {
        BankLine invoice = in("120.00", "B1", "RF18539007547034");
        BankLine nothing = text("50.00", "B2", "Spende");
        BankLine mistyped = in("800.00", "B3", (reference.charAt(2) == '1' ? "RF2" : "RF1") + reference.substring(3));

        TransferIntake intake = seller.take(invoice, nothing, mistyped);

        assertThat(others(intake)).containsExactly(invoice, nothing, mistyped);
        assertThat(intake.taken()).isEmpty();
        assertThat(seller.story("K-1")).containsExactly("awaiting-payer");
    }

    @Test
    void one_line_for_two_requests_is_left_to_people() {
        String other = seller.asked("K-2");
        BankLine both = text("1600.00", "B1", reference + " and " + other);

        assertThat(others(seller.take(both))).containsExactly(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "FUTURE", "INFORMATION"})
    void what_is_not_booked_is_no_money(String status) {
        BankLine line = line("800.00", "B1")
                .status(LineStatus.valueOf(status))
                .remittance(Remittance.ofReference(reference))
                .build();

        assertThat(others(seller.take(line))).containsExactly(line);
        assertThat(seller.story("K-1")).containsExactly("awaiting-payer");
    }

    @Test
    void charges_interest_and_what_we_pay_ourselves_is_not_ours() {
        BankLine charge = line("8.00", "B1")
                .kind(LineKind.CHARGES)
                .remittance(Remittance.ofReference(reference))
                .build();
        BankLine paid = in("-800.00", "B2", reference);

        assertThat(others(seller.take(charge, paid))).containsExactly(charge, paid);
    }

    @Test
    void with_a_prefix_money_is_told_before_it_is_known_what_was_asked_for() {
        Seller elsewhere = new Seller();
        String made = elsewhere.asked("K-9");

        assertThat(seller.take(in("800.00", "B1", made)).taken()).hasSize(1);
        assertThat(seller.story("K-9")).containsExactly("partially-settled 800.00");
        assertThat(seller.ask("K-9", command(AMOUNT)).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
        assertThat(seller.story("K-9")).containsExactly("partially-settled 800.00", "settled 800.00");
    }

    @Test
    void without_a_prefix_only_what_the_register_knows_is_ours() {
        Seller bare = new Seller(TransferRegister.inMemory(), values());
        Seller elsewhere = new Seller(TransferRegister.inMemory(), values());
        String mine = bare.asked("K-1");
        BankLine theirs = in("800.00", "B1", elsewhere.asked("K-9"));

        TransferIntake intake = bare.take(theirs, in("800.00", "B2", mine));

        assertThat(others(intake)).containsExactly(theirs);
        assertThat(intake.taken()).hasSize(1);
    }

    // ---- given references

    @Test
    void a_given_reference_leads_back_to_its_payment_and_to_no_second_one() {
        seller.ask("K-2", command(AMOUNT).reference("RF18 5390 0754 7034"));
        Reason second = seller.refused("K-3", command(AMOUNT).reference("RF18539007547034"));

        seller.take(text("800.00", "B1", "RF18 5390 0754 7034"));

        assertThat(seller.story("K-2")).containsExactly("settled 800.00");
        assertThat(second.category()).isEqualTo(Reason.Category.FORMAT);
        assertThat(second.text()).startsWith("reference is another payment's");
    }

    @Test
    void a_key_whose_made_reference_was_given_away_is_asked_by_another_key() {
        String ofOther = new Seller().asked("K-9");
        seller.ask("K-2", command(AMOUNT).reference(ofOther));

        Reason refused = seller.refused("K-9", command(AMOUNT));

        assertThat(refused.retry().kind()).isEqualTo(Retry.Kind.NEW_ATTEMPT);
        assertThat(refused.text()).isEqualTo("the reference made of this key is another payment's: ask by another key");
    }

    @Test
    void the_same_key_for_something_else_is_refused() {
        assertThat(seller.refused("K-1", command(Money.of("801.00", "EUR"))).category())
                .isEqualTo(Reason.Category.DUPLICATE);
    }

    // ---- once

    @Test
    void a_booking_counts_once_in_whatever_message_it_comes() {
        BankLine bare = line("800.00", "B1").build();
        BankLine detailed = in("800.00", "B1", reference);

        TransferIntake intake = seller.take(statement(bare), notification(detailed));

        assertThat(intake.taken()).containsExactly(detailed);
        assertThat(intake.again()).containsExactly(bare);
        assertThat(others(intake)).isEmpty();
        assertThat(seller.take(statement(bare), notification(detailed)).again()).hasSize(2);
        assertThat(seller.story("K-1")).containsExactly("settled 800.00");
    }

    @Test
    void two_equal_bookings_in_one_statement_are_two() {
        BankLine same = in("400.00", "B1", reference);

        assertThat(seller.take(statement(same, same), notification(same, same)).taken())
                .hasSize(2);
        assertThat(seller.story("K-1")).containsExactly("partially-settled 400.00", "settled 800.00");
    }

    @Test
    void what_cash_application_took_before_is_left_to_it() {
        BankLine detailed = in("800.00", "B1", reference);
        CashBook taken = CashBook.of(List.of(new BookedLine(detailed.key(), 1, "bank-1", AMOUNT, Map.of())));

        TransferIntake intake = seller.provider.take(List.of(statement(detailed)), taken);

        assertThat(others(intake)).containsExactly(detailed);
        assertThat(seller.story("K-1")).containsExactly("awaiting-payer");
    }

    private static BankLine part(int number, String amount, Remittance remittance) {
        return BankLine.of(Bank.ACCOUNT, Bank.DAY, Money.of(amount, "EUR"))
                .reference(BankReference.SERVICER, "SUM")
                .part(new BatchPart(number, number == 0 ? 0 : 2, Money.of("1000.00", "EUR")))
                .remittance(remittance)
                .build();
    }

    @Test
    void where_one_message_has_a_sum_and_another_its_parts_the_parts_count() {
        BankLine sum = part(0, "1000.00", Remittance.NONE);
        BankLine ours = part(1, "800.00", Remittance.ofReference(reference));
        BankLine theirs = part(2, "200.00", Remittance.ofReference("RF18539007547034"));

        TransferIntake intake = seller.take(statement(sum), notification(ours, theirs));

        assertThat(intake.taken()).containsExactly(ours);
        assertThat(intake.again()).containsExactly(sum);
        assertThat(others(intake)).containsExactly(theirs);
        assertThat(others(seller.take(statement(sum)))).isEmpty();
    }

    @Test
    void the_parts_count_also_where_the_other_message_does_not_say_that_it_has_a_sum() {
        BankLine whole = in("1000.00", "SUM", reference);
        BankLine ours = part(1, "800.00", Remittance.ofReference(reference));
        BankLine theirs = part(2, "200.00", Remittance.ofReference("RF18539007547034"));

        TransferIntake intake = seller.take(statement(whole), notification(ours, theirs));

        assertThat(intake.taken()).containsExactly(ours);
        assertThat(intake.again()).containsExactly(whole);
        assertThat(others(intake)).containsExactly(theirs);
        assertThat(seller.story("K-1")).containsExactly("settled 800.00");
    }

    @Test
    void a_whole_that_was_taken_is_not_taken_again_in_parts() {
        seller.take(in("1000.00", "SUM", reference));
        BankLine ours = part(1, "800.00", Remittance.ofReference(reference));

        assertThat(seller.take(notification(ours)).again()).containsExactly(ours);
        assertThat(seller.story("K-1")).containsExactly("settled 1000.00");
    }

    @Test
    void a_sum_whose_parts_are_not_stated_is_left_and_its_parts_are_left_too_once_it_was_applied() {
        BankLine sum = part(0, "1000.00", Remittance.ofText(reference));
        BankLine ours = part(1, "800.00", Remittance.ofReference(reference));
        CashBook taken =
                CashBook.of(List.of(new BookedLine(sum.key(), 1, "bank-1", Money.of("1000.00", "EUR"), Map.of())));

        assertThat(others(seller.take(sum))).containsExactly(sum);
        assertThat(others(seller.provider.take(List.of(statement(ours)), taken)))
                .containsExactly(ours);
    }

    // ---- money back

    @Test
    void a_return_gives_back_what_was_paid_and_what_the_bank_keeps_is_apart() {
        seller.take(in("800.00", "B1", reference));

        seller.take(back("800.00", "3.50", "R1", "AC04")
                .remittance(Remittance.ofText("RETOURE " + reference))
                .build());

        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00");
        assertThat(last().fee()).contains(Money.of("3.50", "EUR")); // booked 803.50
        assertThat(last().rawCode()).isEqualTo("AC04");
        assertThat(last().reason().orElseThrow().category()).isEqualTo(Reason.Category.ACCOUNT_CLOSED);
        assertThat(last().reason().orElseThrow().scheme()).isEqualTo("iso-20022");
    }

    @ParameterizedTest
    @CsvSource({"END_TO_END, END_TO_END", "SERVICER, PART", "MANDATE, MANDATE", "UETR, UETR", "SERVICER, SERVICER"})
    void a_return_without_the_reference_is_known_by_what_its_original_said(BankReference kind, BankReference backKind) {
        BankLine.Builder paid = line("800.00", "B1").reference(kind, "X-77");
        seller.take(paid.remittance(Remittance.ofReference(reference)).build());

        BankLine.Builder back = back("800.00", "0.00", "R1", "AM04").reference(backKind, "X-77");
        seller.take(back.build());

        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00");
    }

    @Test
    void a_return_of_another_amount_or_of_something_unknown_stays_with_the_caller() {
        seller.take(line("800.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofReference(reference))
                .build());
        BankLine other = back("799.00", "0.00", "R1", "AM04")
                .reference(BankReference.END_TO_END, "E-1")
                .build();
        BankLine unknown = back("800.00", "0.00", "R2", "AM04")
                .reference(BankReference.END_TO_END, "E-2")
                .build();

        assertThat(others(seller.take(other, unknown))).containsExactly(other, unknown);
    }

    @Test
    void one_receipt_is_given_back_once() {
        seller.take(line("800.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofReference(reference))
                .build());
        BankLine first = back("800.00", "0.00", "R1", "AM04")
                .reference(BankReference.END_TO_END, "E-1")
                .build();
        BankLine second = back("800.00", "0.00", "R2", "AM04")
                .reference(BankReference.END_TO_END, "E-1")
                .build();

        TransferIntake intake = seller.take(first, second);

        assertThat(intake.taken()).containsExactly(first);
        assertThat(others(intake)).containsExactly(second);
    }

    @Test
    void a_return_of_what_cash_application_booked_is_left_to_it() {
        BankLine bare = line("800.00", "B1").build();
        CashBook taken = CashBook.of(
                List.of(new BookedLine(bare.key(), 1, "bank-1", AMOUNT, Map.of(BankReference.END_TO_END, "E-1"))));
        BankLine returned = back("800.00", "0.00", "R1", "AM04")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofReference(reference))
                .build();

        assertThat(others(seller.provider.take(List.of(statement(returned)), taken)))
                .containsExactly(returned);
        assertThat(seller.take(returned).taken()).containsExactly(returned);
    }

    @Test
    void a_return_on_the_day_of_its_payment_finds_it_though_it_stands_before_it() {
        BankLine paid = line("800.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofReference(reference))
                .build();
        // told by the end-to-end id alone, so that only the payment says what was asked for
        BankLine returned = BankLine.of(Bank.ACCOUNT, Bank.DAY, Money.of("-800.00", "EUR"))
                .reference(BankReference.SERVICER, "R1")
                .reference(BankReference.END_TO_END, "E-1")
                .returned(LineReturn.because(ReturnReason.iso("AM04")))
                .build();

        assertThat(seller.take(returned, paid).taken()).containsExactly(returned, paid);

        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00");
    }

    @Test
    void a_return_may_be_seen_before_the_payment() {
        BankLine paid = in("800.00", "B1", reference);
        BankLine returned = back("800.00", "0.00", "R1", "AM04")
                .remittance(Remittance.ofReference(reference))
                .build();

        seller.take(returned);
        seller.take(paid);

        // 800 in and 800 back: what is kept is less than was asked for
        assertThat(seller.story("K-1")).containsExactly("returned 800.00", "partially-settled 800.00");
    }

    @Test
    void a_return_that_only_names_a_payment_not_seen_so_far_is_left_and_taken_when_it_comes_again() {
        BankLine returned = back("800.00", "0.00", "R1", "AM04")
                .reference(BankReference.END_TO_END, "E-1")
                .build();
        assertThat(others(seller.take(returned))).containsExactly(returned);
        seller.take(line("800.00", "B1")
                .reference(BankReference.END_TO_END, "E-1")
                .remittance(Remittance.ofReference(reference))
                .build());

        assertThat(seller.take(returned).taken()).containsExactly(returned);
        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00");
    }

    @Test
    void what_was_returned_and_is_paid_anew_settles_again() {
        seller.take(in("800.00", "B1", reference));
        seller.take(back("800.00", "0.00", "R1", "AM04")
                .remittance(Remittance.ofReference(reference))
                .build());
        seller.take(in("800.00", "B2", reference));

        // all that came in so far is 1600; 800 of it went back, so 800 are kept
        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00", "settled 1600.00");
    }

    @Test
    @Timeout(10)
    void a_text_without_end_is_read_as_far_as_payments_go() {
        BankLine endless = text("800.00", "B1", "RF18 ".repeat(200_000), reference);
        BankLine near = text("800.00", "B2", "1".repeat(9_000) + " " + reference);

        TransferIntake intake = seller.take(endless, near);

        assertThat(others(intake)).containsExactly(endless);
        assertThat(intake.taken()).containsExactly(near);
    }

    @Test
    void a_reversal_of_the_banks_own_is_money_back_and_money_back_in_is_for_people() {
        seller.take(in("800.00", "B1", reference));
        BankLine reversed = line("-800.00", "R1")
                .reversal()
                .remittance(Remittance.ofReference(reference))
                .build();
        BankLine backIn = line("800.00", "R2")
                .reversal()
                .remittance(Remittance.ofReference(reference))
                .build();

        assertThat(others(seller.take(reversed, backIn))).containsExactly(backIn);
        assertThat(seller.story("K-1")).containsExactly("settled 800.00", "returned 800.00");
    }

    @ParameterizedTest
    @CsvSource({
        "AM04, INSUFFICIENT_FUNDS, NEW_ATTEMPT",
        "AC01, ACCOUNT_INVALID, AFTER_DATA",
        "AC04, ACCOUNT_CLOSED, AFTER_DATA",
        "AC06, ACCOUNT_BLOCKED, AFTER_DATA",
        "MD01, MANDATE_MISSING, AFTER_MANDATE",
        "MS02, PAYER_REFUSED, AFTER_DATA",
        "MS03, UNSPECIFIED, AFTER_DATA",
        "MD07, PAYER_DECEASED, NEVER",
        "RR04, REGULATORY, NEVER",
        "AM05, DUPLICATE, NEVER",
        "RC01, FORMAT, AFTER_DATA",
        "FRAD, FRAUD, NEVER",
        "CUST, PAYER_REFUSED, AFTER_DATA",
        "XX99, UNSPECIFIED, AFTER_DATA"
    })
    void reasons_say_what_they_come_to(String code, Reason.Category category, Retry.Kind retry) {
        seller.take(back("800.00", "0.00", "R1", code)
                .remittance(Remittance.ofReference(reference))
                .build());

        Reason reason = last().reason().orElseThrow();
        assertThat(reason.category()).isEqualTo(category);
        assertThat(reason.retry().kind()).isEqualTo(retry);
        assertThat(reason.code()).isEqualTo(code);
    }

    // ---- looking up and polling

    @Test
    void a_request_that_nobody_knows_is_absent_so_far_and_for_good_once_no_call_can_be_under_way() {
        assertThat(seller.provider.find(LookupKey.of("K-7"), Seller.call("K-7")).kind())
                .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        assertThat(seller.provider
                        .find(LookupKey.of("K-7").triedAt(Seller.NOW.minusSeconds(3599)), Seller.call("K-7"))
                        .kind())
                .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        assertThat(seller.provider
                        .find(LookupKey.of("K-7").triedAt(Seller.NOW.minusSeconds(3600)), Seller.call("K-7"))
                        .kind())
                .isEqualTo(Lookup.Kind.ABSENT_FOR_GOOD);
    }

    @Test
    void event_ids_come_from_the_booking_and_not_from_the_file_or_the_clock() {
        Seller other = new Seller();
        other.asked("K-1");
        BankLine paid = in("800.00", "B1", reference);
        seller.take(statement(paid));
        other.take(notification(line("1.00", "B0").build(), paid));

        assertThat(last().eventId())
                .startsWith("transfer-")
                .isEqualTo(other.known("K-1").get(0).eventId());
    }

    @Test
    void a_cursor_of_nowhere_is_refused_and_leaves_everything_as_it_was() {
        for (String cursor : List.of("2", "x", "-1", "99999999999")) {
            assertThat(seller.provider.poll(cursor, 10, Seller.call("poll")).problem())
                    .isPresent();
        }
        assertThat(seller.provider.poll("1", 10, Seller.call("poll")).observations())
                .isEmpty();
    }

    @Test
    void statements_keep_their_header_and_their_order() {
        BankLine first = text("1.00", "B1", "x");
        BankLine third = text("3.00", "B3", "y");
        BankStatement given = statement(first, in("800.00", "B2", reference), third);

        BankStatement left = seller.take(given).others().get(0);

        assertThat(left.header()).isEqualTo(given.header());
        assertThat(left.lines()).containsExactly(first, third);
    }
}
